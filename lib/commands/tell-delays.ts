import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { ChangedMeanwhile } from "@/lib/db/record-change";
import { loadRequest, todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Language, readLanguage } from "@/lib/domain/language";
import type { Refusal } from "@/lib/domain/refusal";
import { stepWithin } from "./take-step";

/** `words`: the reason in each language of ours; everybody reads theirs. `campaign`: one id for all that is sent at once. */
export type DelayCampaign = {
  organisation: Organisation;
  campaign: string;
  words: Readonly<Record<Language, string>>;
  rows: readonly { reference: string; until: CalendarDate | null }[];
};

export type DelayResult = { reference: string; result: "told" | "already" | Refusal };

/**
 * Tells each of these people that their answer is late and when it comes: one step, one event, one letter each, in its own
 * transaction. Sent again under the same `campaign`, whoever was told is left alone, so that a button pressed twice, or a
 * server killed half-way, never writes twice to anybody.
 */
export async function tellDelays(actor: StaffActor, input: DelayCampaign, now: Date): Promise<readonly DelayResult[]> {
  const { organisation, campaign } = input;
  const results: DelayResult[] = [];
  for (const row of input.rows) results.push(await tellOne(actor, input, row, now));
  const told = results.filter(({ result }) => result === "told").length;
  if (told > 0) {
    const event = { type: "DelaysTold", campaign, told, rows: results.length };
    const happened = { event, actor, at: now, day: todayAt(organisation, now) };
    await inOrganisation(organisation.id, (scope) => appendOrganisationEvent(scope, happened));
  }
  return results;
}

async function tellOne(
  actor: StaffActor,
  { organisation, campaign, words }: DelayCampaign,
  { reference, until }: DelayCampaign["rows"][number],
  now: Date,
): Promise<DelayResult> {
  const result = await inTurn(() =>
    inOrganisation(organisation.id, async (scope): Promise<DelayResult["result"]> => {
      const found = actor.organisationId === organisation.id && (await loadRequest(scope, organisation, { reference }));
      if (!found) return "not_found";
      const isTold = found.chain.some(({ event }) => event.type === "DelayTold" && event.campaign === campaign);
      if (isTold) return "already";
      const change = { step: "tell_delay", words: words[readLanguage(found.row.language)], until, campaign } as const;
      const seenVersion = found.facts.version;
      const taken = await stepWithin(scope, actor, { organisation, request: { reference }, change, seenVersion }, now);
      // Perhaps it was this very campaign, sent a second time: looked at once more, it says so.
      if (!taken.ok && taken.refusal === "changed_meanwhile") throw new ChangedMeanwhile();
      return taken.ok ? "told" : taken.refusal;
    }),
  );
  return { reference, result: result ?? "changed_meanwhile" };
}
