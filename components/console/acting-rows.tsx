import { relationWords } from "@/components/console/relation-words";
import type { ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import type { SummaryRow } from "@/components/ui/summary-list";
import { type EstateRule, estateRule } from "@/lib/domain/acting-for";
import { type ChildTold, deletesOnContact, readChildNote } from "@/lib/domain/child-rule";
import type { OrganisationProfile } from "@/lib/domain/organisation";

const estateWords: Readonly<Record<EstateRule, string>> = {
  yes: "This law knows who may ask after a death",
  national: "Left to the law of the country: look it up before you refuse",
  unknown: "This law names nobody who may ask after a death. Look at it all the same, and say why",
};

/** For whom they ask, and what the desk must know of that: an age, the person's own word, what the law says of heirs. */
export function actingRows(view: ShownRequest, profile: OrganisationProfile): SummaryRow[] {
  const { relation, regimes } = view.facts.received;
  const told = readChildNote(view.details?.general?.child);
  const { knows, citation } = estateRule(regimes);
  return [
    { label: "Asks", value: relationWords[relation] },
    ...(told ? [{ label: "Age, as told", value: <Age told={told} profile={profile} /> }] : []),
    ...(relation === "agent" ? [{ label: "Their own word", value: <OwnWord view={view} /> }] : []),
    ...(relation === "executor"
      ? [{ label: "After a death", value: `${estateWords[knows]} (${citation.text}).` }]
      : []),
  ];
}

const ageWords: Readonly<Record<ChildTold["told"], (under: number) => string>> = {
  under: (under) => `a child under ${under}`,
  over: (under) => `${under} or older: a parent asks as agent, with permission`,
  care: () => "an adult in their care",
  self: (under) => `under ${under}, and asks alone`,
};

function Age({ told, profile }: { told: ChildTold; profile: OrganisationProfile }) {
  const duty = childDuty(told, profile);
  return (
    <>
      <p>{ageWords[told.told](told.under)}</p>
      {duty ? <p className="font-semibold">{duty}</p> : null}
    </>
  );
}

function childDuty({ told }: ChildTold, { child, name }: OrganisationProfile): string | null {
  if (deletesOnContact(child, told))
    return `${name} promised to delete data of a child on contact: find it and delete it now. Hand nothing out before authority is checked.`;
  if (told === "under") return "Check that they may act for the child before anything is done.";
  return told === "self"
    ? "Where the law lets them decide alone, ask nobody else. Otherwise write to them how a parent can agree. Opting out never waits."
    : null;
}

function OwnWord({ view }: { view: ShownRequest }) {
  const { askedOn, confirmedOn, deniedOn } = view.facts.authority;
  const lines = [
    ...(askedOn ? [`asked ${calendarDayText(askedOn)}`] : ["not asked yet"]),
    ...(confirmedOn ? [`said yes ${calendarDayText(confirmedOn)}`] : []),
    ...(deniedOn
      ? [`said no ${calendarDayText(deniedOn)}: no paper of the agent counts. Refuse, or wait for withdrawal`]
      : []),
  ];
  const addresses = view.principalAddresses.join(", ");
  return (
    <>
      <p>{lines.join(" · ")}</p>
      {addresses ? (
        <p className="text-quiet">
          at {addresses}, as the agent gave it. A yes counts only from an address that is on file.
        </p>
      ) : null}
    </>
  );
}
