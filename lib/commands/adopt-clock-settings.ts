import "server-only";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { takeStep } from "./take-step";

/** What became of one request: null where its date moved. */
export type Adopted = { reference: string; refusal: Refusal | null };

/**
 * Takes the newest settings over for the requests that were looked at and no others, each in a transaction of its own: what
 * one of them refuses does not hold up the rest. `version` is the settings as they were looked at.
 */
export async function adoptClockSettings(
  actor: StaffActor,
  input: {
    organisation: Organisation;
    version: number;
    requests: readonly { reference: string; seenVersion: number }[];
  },
  now: Date,
): Promise<readonly Adopted[]> {
  const { organisation, version, requests } = input;
  const results: Adopted[] = [];
  for (const { reference, seenVersion } of requests) {
    const change = { step: "adopt_clock_settings", version } as const;
    const taken = await takeStep(actor, { organisation, request: { reference }, change, seenVersion }, now);
    results.push({ reference, refusal: taken.ok ? null : taken.refusal });
  }
  return results;
}
