import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Connector, SystemAnswer, SystemQuestion } from "@/lib/domain/systems/system-question";
import { linesOf, rowsOf } from "./answer-rows";
import { connectorLimits } from "./connector-limits";
import { type Outbound, postOutside } from "./outbound";
import { signedHeaders } from "./standard-webhooks";
import { answerOf } from "./system-answer";

/** `secret`: the key's bytes. `callBack`: where a system that needs longer answers, once; null where nobody would hear it. */
export type HttpSystem = { url: string; secret: Buffer; callBack: string | null; outbound: Outbound };

/**
 * Asks over http, signed as Standard Webhooks 1.0.0 has it. The message's id is the effect key: a system that was asked
 * twice knows it by that. 200 with JSON or with rows (application/x-ndjson) answers at once; 202 says that it calls back.
 */
export function httpConnector({ url, secret, callBack, outbound }: HttpSystem): Connector {
  return async (question, now) => {
    const { effectKey, ...asked } = question;
    const data = { ...asked, effect: effectKey, callBack };
    const body = JSON.stringify({ type: `system.${question.verb}`, timestamp: now.toISOString(), data });
    const headers = {
      "content-type": "application/json",
      accept: "application/json, application/x-ndjson",
      // What was packed small could unpack to anything.
      "accept-encoding": "identity",
      ...signedHeaders({ secret, id: effectKey, body }, now),
    };
    const answer = await postOutside({ url, headers, body }, outbound);
    try {
      return await read(answer, { question, callBack });
    } catch (fault) {
      answer.destroy();
      throw fault;
    }
  };
}

async function read(
  answer: IncomingMessage,
  { question, callBack }: { question: SystemQuestion; callBack: string | null },
): Promise<SystemAnswer> {
  const status = answer.statusCode ?? 0;
  const encoding = answer.headers["content-encoding"] ?? "identity";
  const [kind = ""] = (answer.headers["content-type"] ?? "").split(";");
  if (status >= 300 && status < 400) throw new SystemUnanswered("redirected", String(status));
  if (status === 202 && callBack) {
    answer.destroy();
    return { kind: "pending" };
  }
  if (status !== 200) throw new SystemUnanswered("status", String(status));
  if (encoding !== "identity") throw new SystemUnanswered("unreadable", "it is compressed");
  if (kind.trim() === "application/x-ndjson" && question.verb === "export")
    return { kind: "done", counts: {}, rows: rowsOf(linesOf(pieces(answer), connectorLimits.rows), question) };
  if (kind.trim() !== "application/json") throw new SystemUnanswered("unreadable", "it is neither JSON nor rows");
  return answerOf(await wholeText(answer), question);
}

async function* pieces(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of answer) yield piece as Uint8Array;
  } catch (fault) {
    throw fault instanceof SystemUnanswered ? fault : new SystemUnanswered("cut_off", codeOf(fault));
  } finally {
    answer.destroy();
  }
}

/** The text of a short answer: not one that is long, and not one that comes by drops. */
async function wholeText(answer: IncomingMessage): Promise<string> {
  const slow = new SystemUnanswered("slow", "an answer by drops");
  const timer = setTimeout(() => answer.destroy(slow), connectorLimits.silence);
  const held: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of pieces(answer)) {
      size += piece.byteLength;
      if (size > connectorLimits.answer)
        throw new SystemUnanswered("too_much", `more than ${connectorLimits.answer} bytes without rows`);
      held.push(piece);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(held).toString("utf8");
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "the connection ended";
}

/**
 * Sends a signed `system.try`, which asks about nobody: the system is reached, and any 2xx says that it knows the key.
 * @throws SystemUnanswered
 */
export async function tryHttp(
  { url, secret, outbound, slug }: Omit<HttpSystem, "callBack"> & { slug: string },
  now: Date,
): Promise<void> {
  const body = JSON.stringify({ type: "system.try", timestamp: now.toISOString(), data: { organisation: slug } });
  const headers = {
    "content-type": "application/json",
    ...signedHeaders({ secret, id: `try_${randomUUID()}`, body }, now),
  };
  const answer = await postOutside({ url, headers, body }, outbound);
  answer.destroy();
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new SystemUnanswered("redirected", String(status));
  if (status < 200 || status > 299) throw new SystemUnanswered("status", String(status));
}
