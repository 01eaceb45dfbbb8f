import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import type { z } from "zod";
import { type AuthRefused, authRefusalWords } from "@/lib/auth/auth-refusal";
import { sealedSession, sessionCookies, sessionSeconds } from "@/lib/auth/session-cookie";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import type { CookieToSet } from "./cookies";
import { notFoundAnswer } from "./fault-page";
import { type Arrived, type DoorHandler, type DoorPlate, formDoor } from "./form-door";
import { seeOther } from "./form-post";
import { noticeCookie } from "./notice";
import { mistakesOf } from "./typed-form";

export type AccountDone = {
  ok: true;
  to: string;
  /** Secret of the session that this browser holds from now on. */
  session?: string;
  /** Shown on the page that follows, in this browser, for a few minutes, and nowhere else. */
  shown?: { page: string } & Readonly<Record<string, string>>;
  cookies?: readonly CookieToSet[];
};

export type AccountDoor<Params, Gate, Values> = DoorPlate & {
  /** Null: not found. A response: sent as it is (a redirect to sign in). */
  gate(params: Params, http: NextRequest): Promise<Gate | NextResponse | null>;
  /** The page that shows the form, where mistakes are told. */
  page(params: Params, typed: Typed): string;
  schema: z.ZodType<Values>;
  run(
    gate: Gate,
    values: Values,
    sent: { now: Date; address: string },
  ): Promise<AccountDone | AuthRefused | { ok: false; mistakes: Mistakes }>;
};

/**
 * The doorman of the staff's own forms: size, origin, rate, actor, parse, verb, redirect. Unlike `formPost` it serves
 * people who are not signed in yet, so mistakes travel in a sealed cookie and passwords are never kept.
 */
export function accountPost<Params, Gate, Values>(door: AccountDoor<Params, Gate, Values>): DoorHandler<Params> {
  const { name, actor, limit } = door;
  return formDoor({ name, actor, limit, maxBytes: 16_384, givesBack: false }, (arrived, params) =>
    answer(door, params, arrived),
  );
}

async function answer<Params, Gate, Values>(
  door: AccountDoor<Params, Gate, Values>,
  params: Params,
  { http, typed, address, now }: Arrived,
): Promise<NextResponse> {
  const gate = await door.gate(params, http);
  if (gate === null) return notFoundAnswer();
  if (gate instanceof NextResponse) return gate;
  const parsed = door.schema.safeParse(typed);
  const outcome = parsed.success
    ? await door.run(gate, parsed.data, { now, address })
    : { ok: false as const, mistakes: mistakesOf(parsed.error) };
  if (outcome.ok) return onward(outcome, now);
  const mistakes = "mistakes" in outcome ? outcome.mistakes : { "": authRefusalWords(outcome) };
  const page = door.page(params, typed);
  return seeOther(`${page}?again=1#error-summary`, [noticeCookie(page, { values: typed, mistakes }, now)]);
}

async function onward(done: AccountDone, now: Date): Promise<NextResponse> {
  const { to, session, shown, cookies = [] } = done;
  const said = shown
    ? noticeCookie(shown.page, { shown }, now)
    : { name: "habeas_notice", value: "", maxAgeSeconds: 0 };
  const onwards = seeOther(to, [said as CookieToSet, ...cookies]);
  if (session) setSessionCookie(onwards, await sealedSession(session));
  return onwards;
}

/** An empty value takes the cookie away. */
export function setSessionCookie(answer: NextResponse, value: string): void {
  const { name, options } = sessionCookies().sessionToken;
  answer.cookies.set(name, value, { ...options, maxAge: value === "" ? 0 : sessionSeconds });
}
