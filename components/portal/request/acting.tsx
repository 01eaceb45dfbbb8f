import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { proofPages } from "@/components/portal/proof/proof-pages";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { nextState } from "@/lib/domain/lifecycle";
import { isUnproven } from "@/lib/domain/request-proofs";
import type { PersonRequest } from "@/lib/queries/person-request";

/** Where an agent stands with the person they ask for. Nothing for anybody else, and nothing where nobody has to say it. */
export function Acting({ page, request }: { page: string; request: PersonRequest }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { facts, person } = request;
  if (facts.received.relation !== "agent" || !facts.rights.some(({ level }) => level > 0)) return null;
  const { askedOn, confirmedOn, deniedOn } = facts.authority;
  const day = (on: typeof askedOn) => (on ? portalDay(on, language) : "");
  const open = nextState("ask_principal", facts.state) !== null && isUnproven(facts) && !confirmedOn;
  if (deniedOn) {
    return (
      <Section title={t("acting", { person: person?.name ?? "" })} id="acting">
        <Notice tone="warning" title={t("deniedTitle")}>
          <p>{t("deniedText")}</p>
        </Notice>
      </Section>
    );
  }
  if (!open && !confirmedOn) return null;
  return (
    <Section title={t("acting", { person: person?.name ?? "" })} id="acting">
      <p className="max-w-measure">
        {confirmedOn
          ? t("confirmedText", { day: day(confirmedOn) })
          : askedOn
            ? t("askedText", { day: day(askedOn) })
            : t("unaskedText")}
      </p>
      {open ? (
        <p>
          <TextLink href={`${page}/${proofPages.confirmed_by_person}`} alone>
            {t("actingLink")}
          </TextLink>
        </p>
      ) : null}
    </Section>
  );
}
