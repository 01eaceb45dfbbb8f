import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import type { z } from "zod";
import { type AuthRefused, authRefusalWords } from "@/lib/auth/auth-refusal";
import { sealedSession, sessionCookies, sessionSeconds } from "@/lib/auth/session-cookie";
import { countAgainst } from "@/lib/db/rate-limit";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import { settings } from "@/lib/settings";
import { clientAddress } from "./client-address";
import type { CookieToSet } from "./cookies";
import { faultAnswer, tooLargeAnswer, tooManyAnswer, typedPage, unreadableAnswer } from "./fault-page";
import { type DoorHandler, seeOther } from "./form-post";
import { noticeCookie } from "./notice";
import { isOwnPost } from "./origin-check";
import { mistakesOf, readForm, readTyped } from "./typed-form";

export type AccountDone = {
  ok: true;
  to: string;
  /** Secret of the session that this browser holds from now on. */
  session?: string;
  /** Shown on the page that follows, in this browser, for a few minutes, and nowhere else. */
  shown?: { page: string } & Readonly<Record<string, string>>;
  cookies?: readonly CookieToSet[];
};

export type AccountDoor<Params, Gate, Values> = {
  name: string;
  /** Who may come in, in words for the route list; `gate` enforces it. */
  actor: "anyone" | "staff" | "administrator";
  limit: { count: number; seconds: number };
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

const maxBytes = 16_384;

/**
 * The doorman of the staff's own forms: size, origin, rate, actor, parse, verb, redirect. Unlike `formPost` it serves
 * people who are not signed in yet, so mistakes travel in a sealed cookie and passwords are never kept.
 */
export function accountPost<Params, Gate, Values>(door: AccountDoor<Params, Gate, Values>): DoorHandler<Params> {
  async function handle(http: NextRequest, context: { params: Promise<Params> }): Promise<NextResponse> {
    const length = Number(http.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
    if (!(length <= maxBytes)) return tooLargeAnswer(maxBytes);
    if (!isOwnPost(http.headers, settings().baseUrl))
      return typedPage(403, "This form did not come from our own page.", {});
    try {
      // The clock is read at doors only, and this is one.
      const now = new Date();
      const address = clientAddress(http.headers);
      const { count, seconds } = door.limit;
      const counted = await countAgainst({ key: `${door.name}:${address}`, limit: count, windowSeconds: seconds }, now);
      if (!counted.allowed) return tooManyAnswer(counted.retryAfterSeconds, {}, { again: http.nextUrl.pathname });
      const form = await readForm(http);
      if (!form) return unreadableAnswer();
      const typed = readTyped(form);
      return await answer(door, { http, params: await context.params, typed, address, now });
    } catch (fault) {
      return faultAnswer(fault, door.name, {}, { again: http.nextUrl.pathname });
    }
  }
  return Object.assign(handle, { door: { name: door.name, actor: door.actor, limit: door.limit } });
}

async function answer<Params, Gate, Values>(
  door: AccountDoor<Params, Gate, Values>,
  sent: { http: NextRequest; params: Params; typed: Typed; address: string; now: Date },
): Promise<NextResponse> {
  const { http, params, typed, address, now } = sent;
  const gate = await door.gate(params, http);
  if (gate === null) return typedPage(404, "We could not find that page.", {});
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
