// Writes down the laws as tables for docs/law.md, from the same data that the clock counts with.
import { conditionWords } from "@/lib/domain/clock-words";
import type { Law, PauseRule, Procedure, Span } from "@/lib/domain/law";
import { lawOf } from "@/lib/domain/laws";
import { refusalPoints } from "@/lib/domain/refusal-points";
import { regimeIds } from "@/lib/domain/regime";
import { marked, table } from "./markdown-table";

const units: Record<Span["unit"], readonly [string, string]> = {
  day: ["day", "days"],
  month: ["month", "months"],
  business_day: ["working day", "working days"],
};

const rolls: Record<Procedure["roll"]["over"], string> = {
  weekends_and_holidays: "past Saturday, Sunday, holiday",
  sundays_and_holidays: "past Sunday, holiday",
  nothing: "never",
};

const effects: Record<PauseRule["effect"], string> = {
  stops_after_asking: "stops from the day after asking to the day of the answer",
  stops_from_asking: "stops from the day of asking to the day of the answer",
  starts_over: "the clock starts when it arrives",
};

/** The generated part of docs/law.md: dates, what stops a clock, what must be said, versions. */
export function lawTables(): string {
  const laws = regimeIds.map(lawOf);
  return [
    "## Dates",
    table(
      [
        "Law",
        "For",
        "Answer",
        "Confirm receipt",
        "With an extension",
        "Tell of it within",
        "Last day moves",
        "Sources",
      ],
      laws.flatMap(dateRows),
    ),
    "## What moves the start or stops the clock",
    table(["Law", "What", "Which rights", "Effect", "Source"], laws.flatMap(stopRows)),
    "## What must be said",
    table(["Law", "In a refusal", "In an extension notice", "Sources"], laws.map(sayRow)),
    "## Where it applies",
    table(["Law", "Lives in", "Also by the organisation's place", "Source"], laws.map(placeRow)),
    "## Versions of the rules",
    table(
      ["Version", "In force", "Change"],
      laws.flatMap((law) => law.versions.map(({ version, inForce, change }) => [`\`${version}\``, inForce, change])),
    ),
  ].join("\n\n");
}

function dateRows(law: Law): string[][] {
  const special = Object.entries(law.byRight).map(
    ([right, procedure]) => [right.replaceAll("_", " "), procedure] as const,
  );
  const after = Object.entries(law.after).map(([name, procedure]) => [name, procedure] as const);
  const agency = law.agency ? [["a request to an agency", law.agency] as const] : [];
  const all = [["a request", law.request] as const, ...special, ...agency, ...after];
  return all.map(([what, procedure]) => dateRow(`${law.name} (\`${law.id}\`)`, what, procedure));
}

function dateRow(name: string, what: string, procedure: Procedure): string[] {
  const { answer, acknowledge, extension, roll } = procedure;
  const from = extension?.noticeRunsFrom === "date_of_request" ? ", from the date of the request" : "";
  const sources = [answer.citation, acknowledge?.citation, extension?.citation, roll.citation];
  return [
    name,
    what,
    answerText(procedure),
    acknowledge ? spanText(acknowledge.span) : "–",
    extension ? (extension.total ? `${spanText(extension.total)} in total` : "open: the new date is told") : "–",
    extension ? `${spanText(extension.notice)}${from}` : "–",
    rolls[roll.over],
    marked(sources),
  ];
}

function answerText({ answer }: Procedure): string {
  if (!answer.span) return answer.promptly ?? "–";
  const span = spanText(answer.span);
  const whose = { law: span, publication: `as published, at most ${span}`, promise: `as promised, else ${span}` };
  return answer.promptly ? `${answer.promptly}, at most ${whose[answer.setBy]}` : whose[answer.setBy];
}

function stopRows(law: Law): string[][] {
  const pauses = law.pauses.map((rule) => [
    law.name,
    rule.ground === "identity" ? "proof of identity asked for" : "clarification asked for",
    rightsText(rule.rights),
    rule.effect === "starts_over"
      ? effects[rule.effect]
      : `if claimed (${conditionWords[rule.condition]}): ${effects[rule.effect]}`,
    marked([rule.citation]),
  ]);
  const { fee } = law;
  const afterFee =
    fee?.startsAt === "payment" ? "starts when it is paid" : `starts after ${fee?.reflectionDays} days to think`;
  const fees = fee
    ? [[law.name, "a fee", rightsText(fee.rights), `the clock ${afterFee}`, marked([fee.citation])]]
    : [];
  const rest = [law.name, "anything else", "every", "nothing", marked([law.nothingElseStops])];
  return [...pauses, ...fees, rest];
}

function sayRow(law: Law): string[] {
  const extensions = [law.request, ...Object.values(law.byRight)].flatMap(({ extension }) =>
    extension ? [extension] : [],
  );
  const [first] = extensions;
  const sources = [law.refusal.citation, first?.citation];
  return [
    law.name,
    law.refusal.mustSay.map((point) => refusalPoints[point]).join("; "),
    first?.mustSay.join("; ") ?? "–",
    marked(sources),
  ];
}

function placeRow(law: Law): string[] {
  const { countries, regions, followsEstablishment, citation } = law.territory;
  const places = [...countries, ...regions].join(" ") || "everywhere";
  return [law.name, places, followsEstablishment ? "yes" : "no", marked([citation])];
}

function spanText({ count, unit }: Span): string {
  return `${count} ${units[unit][count === 1 ? 0 : 1]}`;
}

function rightsText(rights: PauseRule["rights"]): string {
  return rights === "every" ? "every" : rights.join(", ");
}
