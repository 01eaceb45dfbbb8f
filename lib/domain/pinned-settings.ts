// Decides which holidays and which promise a request's dates are counted with: those of the day it was received.
// Answers to GDPR Art. 5(2) and 12(3): a date that a person was told moves by an event of their request or not at all.
import type { ClockSettings } from "./clock-facts";
import type { LawId } from "./organisation";

/** One version of what an organisation's clocks run on. Versions count from 1 and never change. */
export type SettingsVersion = ClockSettings & {
  readonly version: number;
  readonly promiseDays: number;
  /** The laws under which people could ask. A request names its own laws itself, so these move no date. */
  readonly regimes: readonly LawId[];
  /** Since when new requests are received under it. */
  readonly from: Date;
};

/** What a record means that names no version: it is older than the second one. */
export const firstSettings = 1;

type Keeper = { readonly clockSettings: readonly SettingsVersion[] };

/** The settings that a request's dates stand under. Throws for a version that the organisation never had. */
export function clockSettingsOf(organisation: Keeper, facts: { readonly clockSettings: number }): SettingsVersion {
  const found = organisation.clockSettings.find(({ version }) => version === facts.clockSettings);
  if (!found) throw new Error(`clock settings ${facts.clockSettings} are not there`);
  return found;
}

/** What a request that is received now is promised under. */
export function newestSettings({ clockSettings }: Keeper): SettingsVersion {
  const newest = clockSettings.at(-1);
  if (!newest) throw new Error("an organisation without clock settings");
  return newest;
}
