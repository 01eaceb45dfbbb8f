// What an answer says before anybody typed: the statements that the organisation's own profile and the law already give.
import { type CalendarDate, formatDay } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { backupsOverwrittenBy, erasureLines, type RetentionLine } from "@/lib/domain/retention";
import type { Right } from "@/lib/domain/right";

/** `erased`: systems carried an erasure out by a released plan; the page then tells each line, with what came of it. */
type Draft = {
  profile: OrganisationProfile;
  rights: readonly Right[];
  name: string | null;
  receivedOn: CalendarDate;
  erased: boolean;
};

/** A first text for the answer. Everything in it is to be read and changed by a person before it goes anywhere. */
export function answerDraft({ profile, rights, name, receivedOn, erased }: Draft): string {
  const parts = [`Dear ${name ?? "reader"},`, `you wrote to us on ${formatDay(receivedOn)}. This is our answer.`];
  if (rights.includes("access") || rights.includes("portability")) {
    parts.push("The files with this answer hold the copy of your data.");
  }
  if (rights.includes("erasure")) parts.push(erased ? toldOnPage : erasureStatement(profile, receivedOn));
  if (rights.includes("opt_out_sale_sharing")) parts.push(saleStatement(profile));
  parts.push(`Kind regards\n${profile.letters.sender.name}`);
  return parts.join("\n\n");
}

const toldOnPage =
  "We have erased your data. Your page says line by line what we erased, what we have to keep, until when and why. You can download that as a signed statement.";

/** Line by line: what goes, what stays, until when and why; then backups and what names nobody. */
function erasureStatement(profile: OrganisationProfile, askedOn: CalendarDate): string {
  const lines = erasureLines(profile, { askedOn });
  const gone = lines.filter(({ outcome }) => outcome === "erase");
  const kept = lines.filter(({ outcome }) => outcome !== "erase");
  const parts = [`What we delete\n${gone.map((line) => `– ${lineText(line)}`).join("\n")}`];
  if (kept.length > 0) parts.push(`What we have to keep\n${kept.map((line) => `– ${lineText(line)}`).join("\n")}`);
  const lastErasure = gone
    .flatMap(({ by }) => by ?? [])
    .sort()
    .at(-1);
  const backups = lastErasure ? backupsOverwrittenBy(profile, lastErasure) : null;
  if (backups) parts.push(`Backup copies are overwritten by ${formatDay(backups)} at the latest.`);
  parts.push(profile.erasure.text);
  return parts.join("\n\n");
}

/** One line of the statement as a sentence. */
export function lineText({ name, outcome, by, until, because, law }: RetentionLine): string {
  const when =
    outcome === "erase"
      ? `deleted by ${by ? formatDay(by) : "the day we promised"}`
      : outcome === "keep_until" && until
        ? `kept until ${formatDay(until)}`
        : "kept for now";
  return `${name}: ${when}. ${because}${law ? ` (${law})` : ""}`;
}

function saleStatement({ sale }: OrganisationProfile): string {
  return [sale.statement, sale.noDiscrimination].filter(Boolean).join(" ");
}
