// What the fields of an organisation's file must mean to each other, found after each is right by itself.
import type { RefinementCtx } from "zod";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { isRegion, regionsOf } from "@/lib/domain/places";
import { answerFilesDays, fewestRetentionMonths } from "@/lib/domain/request-retention";

type Path = (string | number)[];

/** Paths of the portal's own pages: an organisation of that name could never be reached. */
const takenSlugs = ["api", "console", "assets", "health", "static", "robots", "favicon", "sign-in", "demo"];

/** Adds a mistake for each contradiction. */
export function senseOfProfile(profile: OrganisationProfile, context: RefinementCtx): void {
  const say = (path: Path, message: string) => context.addIssue({ code: "custom", path, message });

  if (takenSlugs.includes(profile.slug))
    say(["slug"], `"${profile.slug}" is the address of one of the portal's own pages`);
  if (!profile.languages.offered.includes(profile.languages.default)) {
    say(["languages", "default"], "must be one of the languages offered");
  }
  const { country, region } = profile.establishment;
  if (region !== undefined && regionsOf(country).length > 0 && !isRegion(country, region)) {
    say(["establishment", "region"], `"${region}" is no state or province of ${country}; use its short code`);
  }
  checkTwins(profile, say);
  checkCategories(profile, say);
  checkRecipients(profile, say);
  checkLaw(profile, say);
  checkNotices(profile, say);
  profile.lapse.remindAfterDays.forEach((days, index) => {
    if (days >= profile.lapse.unconfirmedAfterDays) {
      say(["lapse", "remindAfterDays", index], "must be before the day on which an unconfirmed request ends");
    }
  });
}

type Say = (path: Path, message: string) => void;

function checkTwins(profile: OrganisationProfile, say: Say): void {
  const lists: [Path[number], string, string[]][] = [
    ["regimes", "", profile.regimes],
    ["rights", "right", profile.rights.map((offered) => offered.right)],
    ["retention", "category", profile.retention.map((line) => line.category)],
    ["systems", "id", profile.systems.map((system) => system.id)],
    ["recipients", "id", profile.recipients.map((recipient) => recipient.id)],
    ["processorRoles", "id", profile.processorRoles.map((role) => role.id)],
    ["notices", "version", profile.notices.map((notice) => notice.version)],
  ];
  for (const [list, field, values] of lists) {
    values.forEach((value, index) => {
      if (values.indexOf(value) === index) return;
      say(field ? [list, index, field] : [list, index], `"${value}" is there twice`);
    });
  }
}

// A category without a rule would leave the erasure answer silent about it.
function checkCategories(profile: OrganisationProfile, say: Say): void {
  const known = profile.retention.map((line) => line.category);
  for (const list of ["systems", "recipients"] as const) {
    profile[list].forEach((entry, index) => {
      entry.categories.forEach((category, place) => {
        if (!known.includes(category)) {
          say([list, index, "categories", place], `"${category}" has no line in the retention schedule`);
        }
      });
    });
  }
}

// Who gets data from a system is told of a correction by name: a recipient that is none would be forgotten.
function checkRecipients(profile: OrganisationProfile, say: Say): void {
  const known = profile.recipients.map(({ id }) => id);
  profile.systems.forEach(({ recipients = [] }, index) => {
    recipients.forEach((recipient, place) => {
      if (!known.includes(recipient))
        say(["systems", index, "recipients", place], `"${recipient}" is no recipient here`);
    });
  });
}

function checkLaw(profile: OrganisationProfile, say: Say): void {
  if (profile.regimes.includes("in_dpdp") && profile.publishedPeriodDays === undefined) {
    say(["publishedPeriodDays"], "is missing: under in_dpdp the answer is due in the period that you publish");
  }
  const recordsFor24 = profile.regimes.some((law) => law === "us_ca_ccpa" || law === "us_co_cpa");
  if (recordsFor24 && profile.requestRetentionMonths < 24) {
    say(["requestRetentionMonths"], "must be at least 24 under Californian and Colorado law (§7101; Rule 6.11)");
  } else if (profile.requestRetentionMonths < fewestRetentionMonths) {
    say(
      ["requestRetentionMonths"],
      `must be at least ${fewestRetentionMonths}: the files of an answer can be fetched for ${answerFilesDays} days`,
    );
  }
}

function checkNotices(profile: OrganisationProfile, say: Say): void {
  profile.notices.forEach((notice, index) => {
    if (notice.text === undefined && notice.url === undefined) {
      say(["notices", index, "text"], "is missing: give the text, or the url where it can be read");
    }
    const before = profile.notices[index - 1];
    if (before && before.from >= notice.from)
      say(["notices", index, "from"], "must be later than the version before it");
    if (daysBetween(notice.announcedOn, notice.from) < notice.noticeDays) {
      say(
        ["notices", index, "announcedOn"],
        `must be at least ${notice.noticeDays} days before the version takes force`,
      );
    }
    // The first version changes nothing, so nobody had to be warned of it.
    if (before && profile.noticeOfChange && notice.noticeDays < profile.noticeOfChange.days) {
      say(
        ["notices", index, "noticeDays"],
        `must be at least the ${profile.noticeOfChange.days} days that are promised`,
      );
    }
  });
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
