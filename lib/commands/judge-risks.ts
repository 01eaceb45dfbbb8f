import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import { personOf, type StoredRequest } from "@/lib/db/request-store";
import { surroundingsOf } from "@/lib/db/risk-evidence";
import { notable, signalsOf } from "@/lib/domain/risk-signals";
import { noteRisks } from "./note-risks";

/** Looks at what stands around a request and notes what is odd; gives the request as it is after. */
export async function judgeRisks(scope: Scope, stored: StoredRequest, now: Date): Promise<StoredRequest> {
  const person = personOf(stored);
  if (!person) return stored;
  const signals = signalsOf(stored.facts, person, await surroundingsOf(scope, stored.row));
  return noteRisks(scope, stored, notable(stored.facts, signals), now);
}
