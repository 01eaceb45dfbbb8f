import { useTranslations } from "next-intl";
import { ShownAnew } from "@/components/portal/open/shown-anew";
import { proofPages } from "@/components/portal/proof/proof-pages";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { DeliveryFactor } from "@/lib/domain/events";

type OtherFactorsProps = {
  page: string;
  fresh: readonly DeliveryFactor[];
  /** The organisation compares data points, or has an account to sign in to. */
  matching: boolean;
  signIn: boolean;
};

/** What else shows that it is the person, where the organisation offers it. */
export function OtherFactors({ page, fresh, matching, signIn }: OtherFactorsProps) {
  const t = useTranslations("portal.open");
  const offered = [
    ...(signIn ? [{ factor: "signed_in", kind: "signed_in", id: "sign-in" } as const] : []),
    ...(matching ? [{ factor: "matched", kind: "data_points_matched", id: "match" } as const] : []),
  ];
  return offered.map(({ factor, kind, id }) =>
    fresh.includes(factor) ? (
      <ShownAnew key={id} title={t(`${factor}.title`)} id={id} />
    ) : (
      <Section key={id} title={t(`${factor}.title`)} id={id}>
        <p className="max-w-measure">{t(`${factor}.text`)}</p>
        <div>
          <Button href={`${page}/${proofPages[kind]}`} variant="secondary" wide>
            {t(`${factor}.button`)}
          </Button>
        </div>
      </Section>
    ),
  );
}
