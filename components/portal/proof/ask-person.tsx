import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { proofPages } from "@/components/portal/proof/proof-pages";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset-text";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { agentRule, freeOf, lettersToPerson, neverDemanded } from "@/lib/domain/acting-for";
import { nextState } from "@/lib/domain/lifecycle";
import type { PaperKind } from "@/lib/domain/papers";
import type { Mistakes } from "@/lib/forms/kept-values";
import type { PersonRequest } from "@/lib/queries/person-request";

type AskPersonProps = {
  page: string;
  request: PersonRequest;
  /** Those whose pages let this person in. */
  papers: readonly PaperKind[];
  mistakes: Mistakes;
  typed: string;
};

/** One address, one button, and what else there is: never a power of attorney that somebody must have (11 CCR §7063). */
export function AskPerson(props: AskPersonProps) {
  const t = useTranslations("portal.askPerson");
  const { page, request, papers } = props;
  const person = request.person?.name ?? "";
  const { regimes } = request.facts.received;
  const { rule } = agentRule(regimes);
  const permission = rule === "permission" && papers.includes("permission_signed");
  const attorney = papers.includes("power_of_attorney");
  const free = freeOf(request.facts.rights.map(({ right }) => right)) === "all";
  return (
    <div className="flex flex-col gap-6">
      <Heading lead={free ? undefined : t("lead", { person })}>{t("title")}</Heading>
      {free ? <p>{t("free")}</p> : <Letter {...props} />}
      {!free && (permission || attorney) ? (
        <InsetText>
          <div className="flex flex-col gap-2">
            {permission ? (
              <p>
                {t("also")} <TextLink href={`${page}/${proofPages.permission_signed}`}>{t("alsoLink")}</TextLink>
              </p>
            ) : null}
            {attorney ? (
              <p>
                {t("instead", { demand: neverDemanded(regimes) })}{" "}
                <TextLink href={`${page}/${proofPages.power_of_attorney}`}>{t("insteadLink")}</TextLink>
              </p>
            ) : null}
          </div>
        </InsetText>
      ) : null}
    </div>
  );
}

function Letter({ page, request, mistakes, typed }: AskPersonProps) {
  const t = useTranslations("portal.askPerson");
  const all = useTranslations("portal.request");
  const language = useLocale();
  const { facts, letters } = request;
  const { askedOn, confirmedOn, deniedOn } = facts.authority;
  const written = letters.filter(({ kind }) => kind === "confirm_agent").length;
  if (deniedOn) return <p>{all("deniedText")}</p>;
  if (confirmedOn) return <p>{t("confirmed", { day: portalDay(confirmedOn, language) })}</p>;
  if (!nextState("ask_principal", facts.state)) return <p>{t("notNow")}</p>;
  return (
    <>
      {askedOn ? <p>{t("asked", { day: portalDay(askedOn, language) })}</p> : null}
      {askedOn ? <p>{t(written < lettersToPerson ? "again" : "enough")}</p> : null}
      {written < lettersToPerson ? (
        <form method="post" action={`${page}/proof/person/send`} className="flex flex-col gap-6" noValidate>
          <TextInput
            name="address"
            type="email"
            label={t("label")}
            hint={t("hint")}
            defaultValue={typed}
            mistake={mistakes.address}
            autoComplete="off"
            spellCheck={false}
          />
          <div>
            <Button wide>{t("button")}</Button>
          </div>
        </form>
      ) : null}
    </>
  );
}
