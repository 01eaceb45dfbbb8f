import "server-only";
import { NextResponse } from "next/server";
import { z } from "zod";
import { notFoundAnswer, unreadableAnswer } from "./fault-page";
import { type DoorHandler, type DoorPlate, formDoor } from "./form-door";

// RFC 8058 §3.2: the one pair that the body holds. A scanner that submits an empty form is no click.
const click = z.object({ "List-Unsubscribe": z.literal("One-Click") });

/**
 * The POST handler that a reader's mail program presses (RFC 8058). It comes from any machine and brings no cookie, so the
 * secret in the address is all that is asked, and the origin is not: whoever has the secret needs no browser of anybody's.
 * Answered without a redirect, which mail programs do not follow. `take` returns false for a secret that is none.
 */
export function oneClickPost<Params>(
  plate: DoorPlate,
  take: (params: Params, now: Date) => Promise<boolean>,
): DoorHandler<Params> {
  return formDoor(
    { ...plate, maxBytes: 4_096, givesBack: false, fromAnywhere: true },
    async ({ typed, now }, params) => {
      if (!click.safeParse(typed).success) return unreadableAnswer();
      if (!(await take(params, now))) return notFoundAnswer();
      return new NextResponse("Done.\n", {
        headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
      });
    },
  );
}
