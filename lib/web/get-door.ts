import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { countAgainst } from "@/lib/db/rate-limit";
import { clientAddress } from "./client-address";
import { faultAnswer, tooManyAnswer } from "./fault-page";
import { faultLanguage } from "./fault-words";
import type { DoorHandler, DoorPlate } from "./form-door";

/**
 * The GET handler of an address that makes the portal ask another machine something: counted like a form, and printed by
 * `npm run -s routes` with its limit. It changes nothing in any record that the browser did not bring the right to change.
 */
export function getDoor<Params>(
  plate: DoorPlate,
  enter: (arrived: { http: NextRequest; now: Date }, params: Params) => Promise<NextResponse>,
): DoorHandler<Params> {
  async function handle(http: NextRequest, context: { params: Promise<Params> }): Promise<NextResponse> {
    const language = faultLanguage(http);
    const again = http.nextUrl.pathname;
    try {
      // The clock is read at doors only, and this is one.
      const now = new Date();
      const { count, seconds } = plate.limit;
      const key = `${plate.name}:${clientAddress(http.headers)}`;
      const counted = await countAgainst({ key, limit: count, windowSeconds: seconds }, now);
      if (!counted.allowed) return tooManyAnswer(counted.retryAfterSeconds, {}, { again, language });
      return await enter({ http, now }, await context.params);
    } catch (fault) {
      return faultAnswer(fault, plate.name, {}, { again, language });
    }
  }
  return Object.assign(handle, { door: plate });
}
