import { useTranslations } from "next-intl";
import { Lines } from "@/components/portal/lines";
import { AskedRights } from "@/components/portal/request/asked-rights";
import { useWords } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { type ChildTold, readChildNote } from "@/lib/domain/child-rule";
import { explainToPerson, sameExplained } from "@/lib/domain/proof-explanation";
import { type DetailName, type DetailOption, detailFields, detailNames } from "@/lib/forms/intake-details";
import type { PersonRequest } from "@/lib/queries/person-request";

/** What was asked, in the words of the form, and what each right needs as proof and the request holds. */
export function Asked({ request }: { request: PersonRequest }) {
  const t = useTranslations("portal");
  const words = useWords();
  const { facts, person } = request;
  return (
    <Section title={t("request.asked")} id="asked">
      <ul data-rows className="border-t border-line">
        {sameExplained(explainToPerson(facts)).map((group) => (
          <AskedRights key={group.map(({ right }) => right).join()} group={group} />
        ))}
      </ul>
      <SummaryList
        rows={[
          ...(person ? [{ label: t("request.askedFor"), value: person.name }] : []),
          { label: t("request.askedPlace"), value: words.place(facts.received.country, facts.received.region) },
          ...detailNames.flatMap((name) => {
            const text = typed(request, name);
            if (!text) return [];
            const choice = detailFields[name].kind === "choice";
            const value = choice ? t(`ask.options.${text as DetailOption}`) : <Lines key={name} text={text} />;
            return [{ label: t(`ask.fields.${name}.label`), value }];
          }),
          ...age(request, (told) => t("ask.child.told", told), t("ask.child.short")),
          ...general(request, "authority", t("ask.authority.short")),
          ...general(request, "wish", t("ask.unsure.title")),
        ]}
      />
    </Section>
  );
}

function typed({ details }: PersonRequest, name: DetailName): string {
  const { right, key } = detailFields[name];
  return details?.[right]?.[key] ?? "";
}

function age({ details }: PersonRequest, say: (told: ChildTold) => string, label: string) {
  const told = readChildNote(details?.general?.child);
  return told ? [{ label, value: say(told) }] : [];
}

function general({ details }: PersonRequest, key: string, label: string) {
  const text = details?.general?.[key];
  return text ? [{ label, value: <Lines text={text} /> }] : [];
}
