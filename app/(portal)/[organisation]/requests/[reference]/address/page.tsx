import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { BulletList } from "@/components/ui/bullet-list";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { TextInput } from "@/components/ui/text-input";
import { one } from "@/lib/forms/kept-values";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { cameBack } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("address.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** Says what a change of the address brings with it before it is asked for. */
export default async function AddressPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, `address:${request.reference}`, searchParams);
  const mistakes = await saidMistakes(came);
  const page = `/${organisation.slug}/requests/${request.reference}`;
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["email"]} title={t("common.problem")} />}
    >
      <form method="post" action={`${page}/address/ask`} className="flex flex-col gap-8" noValidate>
        <Heading>{t("address.title")}</Heading>
        <div className="flex flex-col gap-3">
          <p>{t("address.how")}</p>
          <BulletList items={[t("address.letter"), t("address.old"), t("address.proof")]} />
        </div>
        <TextInput
          name="email"
          label={t("address.label")}
          hint={t("address.hint")}
          type="email"
          autoComplete="email"
          spellCheck={false}
          defaultValue={one(came?.values ?? {}, "email")}
          mistake={mistakes.email}
        />
        <div>
          <Button wide>{t("address.button")}</Button>
        </div>
      </form>
    </OneQuestion>
  );
}
