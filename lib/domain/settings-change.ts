// Decides who changes an organisation's settings, and what differs between two versions of what its clocks run on.
import type { StaffRole } from "./actor";
import type { CalendarDate } from "./calendar-date";
import type { SettingsVersion } from "./pinned-settings";

const changers: readonly StaffRole[] = ["administrator", "dpo"];

export function mayChangeSettings(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => changers.includes(role));
}

/** Days sorted; a number of days only where it differs, null for one that was not given. */
export type SettingsChange = {
  readonly added: readonly CalendarDate[];
  readonly removed: readonly CalendarDate[];
  readonly promiseDays: { readonly from: number; readonly to: number } | null;
  readonly publishedPeriodDays: { readonly from: number | null; readonly to: number | null } | null;
};

export function settingsChange(before: SettingsVersion, after: SettingsVersion): SettingsChange {
  const only = (here: SettingsVersion, there: SettingsVersion) =>
    [...here.holidays].filter((day) => !there.holidays.has(day)).sort();
  const published = { from: before.publishedPeriodDays ?? null, to: after.publishedPeriodDays ?? null };
  return {
    added: only(after, before),
    removed: only(before, after),
    promiseDays: before.promiseDays === after.promiseDays ? null : { from: before.promiseDays, to: after.promiseDays },
    publishedPeriodDays: published.from === published.to ? null : published,
  };
}
