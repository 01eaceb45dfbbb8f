// What the published policies promise of an erasure, computed line by line. Ids are those of docs/journeys.md; the dates
// come from the policies' own periods, counted by hand.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import type { OrganisationProfile, System } from "@/lib/domain/organisation";
import type { RetentionFacts } from "@/lib/domain/retention";
import { effectsOf, erasurePlan } from "@/lib/domain/systems/erasure-plan";
import { backupsAfter, statementLines } from "@/lib/domain/systems/erasure-statement";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";
import { parseOrganisation } from "./organisation";

function example(slug: string): OrganisationProfile {
  const text = readFileSync(new URL(`../../examples/organisations/${slug}.json`, import.meta.url), "utf8");
  const parsed = parseOrganisation(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes, null, 2));
  return parsed.profile;
}

function registered({ id, name, owner, categories }: System, order: number): RegisteredSystem {
  const asked = { recipients: [], identifiers: ["email"], askedBy: { kind: "manual" as const }, order };
  return { id, name, owner: { name: owner }, categories, ...asked };
}

const day = calendarDate;
/** Asked on 23 November, erased everywhere on 30 November, and every category's newest record of a known day. */
function told(slug: string, facts: Partial<RetentionFacts>) {
  const profile = example(slug);
  const systems = profile.systems.map(registered);
  const plan = erasurePlan(profile, systems, { facts: { askedOn: day("2026-11-23"), ...facts }, found: {} });
  const answer = { kind: "done", on: day("2026-11-30"), counts: {} } as const;
  const answers = Object.fromEntries(effectsOf(plan.lines).map(({ system }) => [system, answer]));
  const lines = statementLines(plan.lines, answers);
  const short = lines.map(({ category, outcome, on, until }) => [
    category,
    outcome,
    (on ?? until ?? null) as CalendarDate | null,
  ]);
  return { plan, lines, short, backups: backupsAfter(lines, profile) };
}

test("A12, A13: AImarkOS erases all but its bills, which stay for 7 years from the newest, by tax law", () => {
  const { plan, lines, short, backups } = told("aimarkos", { createdOn: { billing: day("2026-10-31") } });
  expect(plan.holes).toEqual([]);
  expect(short).toEqual([
    ["account", "erased", "2026-11-30"],
    ["campaigns", "erased", "2026-11-30"],
    ["agent_logs", "erased", "2026-11-30"],
    ["inbox", "erased", "2026-11-30"],
    ["billing", "kept_until", "2033-10-31"],
  ]);
  expect(lines.at(-1)?.law).toContain("Art. 17(3)(b)");
  // The policy promises nothing of backups.
  expect(backups).toBeNull();
});

test("A12: what would have gone by itself earlier goes by then at the latest", () => {
  const { plan } = told("aimarkos", {
    accountEndedOn: day("2026-09-01"),
    createdOn: { agent_logs: day("2026-11-10"), campaigns: day("2024-12-01"), inbox: day("2026-11-01") },
  });
  // 90 days after 1 September; 24 months after 1 December 2024; 30 days after 10 November; else 30 days after asking.
  expect(Object.fromEntries(plan.lines.map(({ category, by }) => [category, by]))).toMatchObject({
    account: "2026-11-30",
    campaigns: "2026-12-01",
    agent_logs: "2026-12-10",
    inbox: "2026-12-23",
  });
});

test("W16, W17: aiworksforus keeps money 7 years and security logs 1 year; usage stays as totals; backups 90 days more", () => {
  const createdOn = { financial: day("2025-02-28"), security_logs: day("2026-11-20") };
  const { plan, short, backups } = told("aiworksforus", { createdOn });
  expect(plan.holes).toEqual([]);
  expect(short).toEqual([
    ["account", "erased", "2026-11-30"],
    ["usage", "anonymised", "2026-11-30"],
    ["communications", "erased", "2026-11-30"],
    ["financial", "kept_until", "2032-02-28"],
    ["security_logs", "kept_until", "2027-11-20"],
    ["marketing", "erased", "2026-11-30"],
  ]);
  expect(backups).toEqual({ overwrittenBy: "2027-02-28" });
  // W17: done within 30 days of asking.
  expect(plan.lines.flatMap(({ by }) => by ?? []).every((by) => by <= "2026-12-23")).toBe(true);
});

test("W16: what has outlived its period goes although a law once kept it", () => {
  const { short } = told("aiworksforus", {
    createdOn: { financial: day("2019-11-23"), security_logs: day("2025-11-23") },
  });
  expect(short.filter(([category]) => category === "financial" || category === "security_logs")).toEqual([
    ["financial", "erased", "2026-11-30"],
    ["security_logs", "erased", "2026-11-30"],
  ]);
});
