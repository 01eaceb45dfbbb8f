import "server-only";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { type ContestKind, contestKinds } from "@/lib/domain/contest";
import { mistake } from "@/lib/forms/intake-mistakes";
import type { OfferedContest } from "@/lib/queries/person-request";
import { type OwnRequest, ownRequest, type RequestGate, type RequestParams, requestGate } from "./person-page";

export type ContestParams = RequestParams & { kind: string };
export type ContestGate = RequestGate & { kind: ContestKind };

/** What was typed, as the question's page keeps it and as the page before sending does. */
export const contestWords = z.object({
  words: z
    .string({ error: mistake("words_missing") })
    .trim()
    .min(1, mistake("words_missing"))
    .max(5000, mistake("words_long")),
});

export function contestForm(reference: string, kind: ContestKind, at: "question" | "check"): string {
  return `contest-${at}:${reference}:${kind}`;
}

function readKind(kind: string): ContestKind | null {
  return contestKinds.find((known) => known === kind) ?? null;
}

/** The request of this browser and what it may ask; whoever may not ask it is led back to their request. */
export async function ownContest(
  params: Promise<ContestParams>,
): Promise<OwnRequest & { offer: OfferedContest; page: string }> {
  const own = await ownRequest(params);
  const { organisation, request } = own;
  const kind = readKind((await params).kind);
  const page = `/${organisation.slug}/requests/${request.reference}`;
  const offer = request.offers.find((offered) => offered.kind === kind);
  if (!offer) redirect(`${page}#${request.facts.contests.length > 0 ? "contests" : "unhappy"}`);
  return { ...own, offer, page };
}

export async function contestGate(params: ContestParams, http: NextRequest): Promise<ContestGate | null> {
  const kind = readKind(params.kind);
  const gate = kind && (await requestGate(params, http));
  return kind && gate ? { ...gate, kind } : null;
}
