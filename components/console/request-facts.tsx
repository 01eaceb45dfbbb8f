import { actingRows } from "@/components/console/acting-rows";
import { askedWords } from "@/components/console/asked-words";
import { channelWords } from "@/components/console/event-sentence";
import { instantText } from "@/components/console/instant-words";
import { otherRequestRows } from "@/components/console/other-requests";
import { rightNames } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { Section } from "@/components/ui/section";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { lawOf } from "@/lib/domain/laws";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { placeName } from "@/lib/domain/places";

/** Who asks for what, in which place, under which law. */
export function RequestFactsList({ view, profile }: { view: ShownRequest; profile: OrganisationProfile }) {
  const { received } = view.facts;
  const rows: SummaryRow[] = [
    ...personRows(view),
    ...actingRows(view, profile),
    { label: "Lives in", value: placeName(received.country, received.region) },
    { label: "Law", value: lawNames(view, profile) },
    {
      label: "Received",
      value: `${instantText(view.receivedAt, profile.timeZone)}, ${channelWords[received.channel]}`,
    },
    { label: "Language", value: languageName(received.language) },
    ...otherRequestRows(view),
  ];
  return (
    <>
      <Section title="Facts" id="facts">
        <SummaryList rows={rows} />
      </Section>
      <Section title="What is asked" id="asked">
        <SummaryList rows={askedRows(view)} />
      </Section>
    </>
  );
}

function personRows({ person, seesPerson, facts }: ShownRequest): SummaryRow[] {
  if (!person) {
    const why = seesPerson ? "No longer held." : "Your role does not include who asks.";
    return [{ label: "Person", value: <span className="text-quiet">{why}</span> }];
  }
  const confirmed = facts.confirmedOn ? "confirmed" : "not confirmed";
  const extra: [string, string | undefined][] = [
    ["Telephone", person.telephone],
    ["Known to us as", person.knownEmail],
    ["Asked by", person.askerName],
  ];
  return [
    { label: "Person", value: <strong className="font-semibold">{person.name}</strong> },
    { label: "E-mail", value: `${person.email} · ${confirmed}` },
    ...extra.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  ];
}

function lawNames({ facts }: ShownRequest, profile: OrganisationProfile): string {
  const laws = facts.received.regimes.filter((regime) => regime !== "contract_30d").map((regime) => lawOf(regime).name);
  return [...laws, `our promise of ${profile.promise.days} days`].join(" · ");
}

function languageName(code: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
}

function askedRows({ facts, details, seesPerson }: ShownRequest): SummaryRow[] {
  const silent = details ? "nothing more" : "No longer held.";
  const silence = seesPerson ? silent : "Your role does not include what was written.";
  const rows = facts.rights.map(({ right }): SummaryRow => {
    const answers = Object.entries(details?.[right] ?? {}).filter(([, answer]) => answer !== "");
    return {
      label: <strong className="font-semibold">{rightNames[right]}</strong>,
      value: <Answers {...{ answers, silence }} />,
    };
  });
  // The age has a row of its own among the facts.
  const general = Object.entries(details?.general ?? {}).filter(([key, answer]) => answer !== "" && key !== "child");
  return general.length > 0
    ? [...rows, { label: "In their words", value: <Answers {...{ answers: general, silence }} /> }]
    : rows;
}

function Answers({ answers, silence }: { answers: readonly [string, string][]; silence: string }) {
  if (answers.length === 0) return <span className="text-quiet">{silence}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {answers.map(([question, answer]) => (
        <li key={question}>
          <span className="text-quiet">{askedWords[question] ?? question}: </span>
          <span className="whitespace-pre-wrap">{answer}</span>
        </li>
      ))}
    </ul>
  );
}
