import "server-only";
import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import type { z } from "zod";
import { forgetForm, keepForm } from "@/lib/commands/keep-form";
import { type Refusal, type Refused, refusals } from "@/lib/domain/refusal";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import { browserCookieSeconds, type CookieToSet, readCookie, setCookie } from "./cookies";
import { notFoundAnswer } from "./fault-page";
import { faultLanguage } from "./fault-words";
import { type Arrived, type DoorHandler, type DoorPlate, formDoor } from "./form-door";
import { mistakesOf, withoutCodes } from "./typed-form";

export type Done = {
  ok: true;
  to: string;
  cookies?: readonly CookieToSet[];
  headers?: Readonly<Record<string, string>>;
};
/** `values`: what the form holds when it comes back, where that is more than was typed. */
export type NotDone = Refused | { ok: false; mistakes: Mistakes; values?: Typed };

/** Where a form stands: whose it is, under which key it is kept, and which page shows it. */
export type FormPlace = { organisationId: string; form: string; page: string };

/** Everything that a POST address declares before its body is read. `npm run -s routes` prints it. */
export type Door<Params, Gate, Values> = DoorPlate & {
  /** Bytes of the whole body; 64 kB unless files come along. */
  maxBytes?: number;
  /** Null: not found, which is also the answer to whoever may not know. A response: sent as it is (a redirect to sign in). */
  gate(params: Params, http: NextRequest, typed: Typed): Promise<Gate | NextResponse | null>;
  place(gate: Gate, params: Params): FormPlace;
  schema(gate: Gate, params: Params): z.ZodType<Values>;
  run(gate: Gate, values: Values, sent: { now: Date; http: NextRequest; form: FormData }): Promise<Done | NotDone>;
};

/**
 * Makes the POST handler of one form: size, origin, rate, actor, parse, command, redirect, in this order. Whatever goes
 * wrong, the answer is a page or a redirect to one, and what was typed is there.
 */
export function formPost<Params, Gate, Values>(door: Door<Params, Gate, Values>): DoorHandler<Params> {
  const { name, actor, limit, maxBytes = 65_536 } = door;
  return formDoor({ name, actor, limit, maxBytes, givesBack: true }, (arrived, params) =>
    answer(door, params, arrived),
  );
}

async function answer<Params, Gate, Values>(
  door: Door<Params, Gate, Values>,
  params: Params,
  { http, form, typed, now }: Arrived,
): Promise<NextResponse> {
  const gate = await door.gate(params, http, typed);
  if (gate === null) return notFoundAnswer(faultLanguage(http));
  if (gate instanceof NextResponse) return gate;
  const place = door.place(gate, params);
  const parsed = door.schema(gate, params).safeParse(typed);
  const outcome = parsed.success
    ? await door.run(gate, parsed.data, { now, http, form })
    : { ok: false as const, mistakes: mistakesOf(parsed.error) };
  const browser = readCookie(http, "habeas_browser");
  if (outcome.ok) {
    if (browser) await forgetForm(place.organisationId, { browser, form: place.form });
    const onward = seeOther(outcome.to, outcome.cookies ?? []);
    for (const [name, value] of Object.entries(outcome.headers ?? {})) onward.headers.set(name, value);
    return onward;
  }
  const mistakes = "mistakes" in outcome ? outcome.mistakes : { "": refusals[outcome.refusal satisfies Refusal] };
  const values = "values" in outcome && outcome.values ? outcome.values : typed;
  return backWithMistakes(place, { browser, values, mistakes }, now);
}

async function backWithMistakes(
  place: FormPlace,
  back: { browser: string | null; values: Typed; mistakes: Mistakes },
  now: Date,
): Promise<NextResponse> {
  const browser = back.browser ?? randomBytes(24).toString("base64url");
  const values = withoutCodes(back.values);
  const { mistakes } = back;
  await keepForm(place.organisationId, { browser, form: place.form, kept: { values, mistakes } }, now);
  const [path, query] = place.page.split("?");
  const to = `${path}?${query ? `${query}&` : ""}again=1#error-summary`;
  return seeOther(to, [{ name: "habeas_browser", value: browser, maxAgeSeconds: browserCookieSeconds }]);
}

/** 303: the browser fetches the next page with GET, so reload and Back never send twice. */
export function seeOther(to: string, cookies: readonly CookieToSet[] = []): NextResponse {
  const answer = new NextResponse(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } });
  for (const cookie of cookies) setCookie(answer, cookie);
  return answer;
}
