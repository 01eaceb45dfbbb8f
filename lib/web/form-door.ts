import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { countAgainst } from "@/lib/db/rate-limit";
import type { Typed } from "@/lib/forms/kept-values";
import { settings } from "@/lib/settings";
import { clientAddress } from "./client-address";
import { faultAnswer, foreignAnswer, tooLargeAnswer, tooManyAnswer, unreadableAnswer } from "./fault-page";
import { faultLanguage } from "./fault-words";
import { isOwnPost } from "./origin-check";
import { readForm, readTyped, withoutCodes } from "./typed-form";

/** What is written on every door that takes a form. `npm run -s routes` prints it. */
export type DoorPlate = {
  name: string;
  /** Who may come in, in words for the route list; the gate behind the door enforces it. */
  actor: "anyone" | "person" | "staff" | "administrator";
  /** By network address. */
  limit: { count: number; seconds: number };
};

export type DoorHandler<Params> = ((
  http: NextRequest,
  context: { params: Promise<Params> },
) => Promise<NextResponse>) & { door: DoorPlate };

/** A form that came from our own page, was not too large, and did not come too often. */
export type Arrived = { http: NextRequest; form: FormData; typed: Typed; address: string; now: Date };

/**
 * The POST handler behind which `enter` looks at who it is and what they want: size, origin, rate, in this order. Every
 * other end is a page that says why. `givesBack`: what was typed stands on that page, with a button that sends it again.
 * `fromAnywhere`: no browser's right is used behind it, so it is not asked whose page sent it (see one-click-post.ts).
 */
export function formDoor<Params>(
  {
    maxBytes,
    givesBack,
    fromAnywhere,
    ...plate
  }: DoorPlate & {
    maxBytes: number;
    givesBack: boolean;
    fromAnywhere?: true;
  },
  enter: (arrived: Arrived, params: Params) => Promise<NextResponse>,
): DoorHandler<Params> {
  async function handle(http: NextRequest, context: { params: Promise<Params> }): Promise<NextResponse> {
    const language = faultLanguage(http);
    const again = http.nextUrl.pathname;
    // Written so that a length which is missing or no number counts as too much.
    if (!(Number(http.headers.get("content-length") ?? Number.NaN) <= maxBytes))
      return tooLargeAnswer(maxBytes, language);
    if (!fromAnywhere && !isOwnPost(http.headers, settings().baseUrl)) return foreignAnswer(language);
    let back: Typed = {};
    try {
      // The clock is read at doors only, and this is one.
      const now = new Date();
      const address = clientAddress(http.headers);
      const form = await readForm(http);
      if (!form) return unreadableAnswer(language);
      const typed = readTyped(form);
      if (givesBack) back = withoutCodes(typed);
      const { count, seconds } = plate.limit;
      const counted = await countAgainst(
        { key: `${plate.name}:${address}`, limit: count, windowSeconds: seconds },
        now,
      );
      if (!counted.allowed) return tooManyAnswer(counted.retryAfterSeconds, back, { again, language });
      return await enter({ http, form, typed, address, now }, await context.params);
    } catch (fault) {
      return faultAnswer(fault, plate.name, back, { again, language });
    }
  }
  return Object.assign(handle, { door: plate });
}
