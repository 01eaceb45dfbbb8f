import "server-only";
import { z } from "zod";
import { SystemUnanswered, withoutIdentifiers } from "@/lib/domain/systems/system-problem";
import type { SystemAnswer, SystemQuestion } from "@/lib/domain/systems/system-question";
import { parsed } from "./answer-rows";
import { connectorLimits } from "./connector-limits";

const counts = z.record(z.string().max(200), z.number().int().min(0).max(1e12));
const answerShape = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("found"), counts }),
  z.strictObject({ answer: z.literal("done"), counts }),
  z.strictObject({ answer: z.literal("not_found") }),
  z.strictObject({ answer: z.literal("exception"), reason: z.string().min(1), counts: counts.optional() }),
]);

/** What of an answer matters here; the person is only there so that a reason does not repeat them. */
type Asked = Pick<SystemQuestion, "verb" | "categories" | "identifiers">;

/**
 * An answer without rows: `{"answer": "found" | "done" | "not_found" | "exception", "counts": {category: count}, "reason"}`.
 * `found` answers look_up alone, `done` what changes something; an export is done by its rows.
 *
 * @throws SystemUnanswered where it is anything else
 */
export function answerOf(text: string, { verb, categories, identifiers }: Asked): SystemAnswer {
  const read = answerShape.safeParse(parsed(text));
  if (!read.success) throw new SystemUnanswered("unreadable", "it is not the JSON that answers a question");
  const { answer, ...rest } = read.data;
  const counted = "counts" in rest ? Object.keys(rest.counts ?? {}) : [];
  if (!counted.every((category) => categories.includes(category)))
    throw new SystemUnanswered("unreadable", "it counts a category that was not asked for");
  if ((answer === "found") !== (verb === "look_up") && (answer === "found" || answer === "done"))
    throw new SystemUnanswered("unreadable", `"${answer}" does not answer ${verb}`);
  if (answer === "done" && verb === "export") throw new SystemUnanswered("unreadable", "an export is done by its rows");
  if (read.data.answer !== "exception") return { ...rest, kind: answer } as SystemAnswer;
  const reason = withoutIdentifiers(read.data.reason, identifiers).slice(0, connectorLimits.reason);
  return { kind: "exception", reason, ...(read.data.counts && { counts: read.data.counts }) };
}
