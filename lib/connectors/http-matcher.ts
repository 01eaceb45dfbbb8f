import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Matcher } from "@/lib/domain/matching";
import { signedHeaders } from "./standard-webhooks";

/** A source must answer while a person waits; what it says is a number and a yes or no. */
const limits = { milliseconds: 10_000, bytes: 16_384 } as const;

const answerShape = z.object({ matched: z.number().int().min(0).max(10), addressOnFile: z.boolean() });

/**
 * Asks over http: POST with a body signed as Standard Webhooks 1.0.0 has it (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`: v1, HMAC-SHA256 of `id.timestamp.body`). `secret` is the key's bytes. The body is
 * `{type: "identity.match", timestamp, data: {organisation, name, email, points}}`; 200 with `{matched, addressOnFile}`
 * answers it. No redirects, 10 s, 16 kB. Throws on anything else, and says nothing of the question: it is personal.
 */
export function httpMatcher({ url, secret, slug }: { url: string; secret: Buffer; slug: string }): Matcher {
  return async ({ name, email, points }, now) => {
    const data = { organisation: slug, name, email, points };
    const body = JSON.stringify({ type: "identity.match", timestamp: now.toISOString(), data });
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...signedHeaders({ secret, id: `msg_${randomUUID()}`, body }, now),
      },
      // A redirect would carry the question to somebody whom nobody named.
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(limits.milliseconds),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new Error(`the source of matching answered ${answer.status}`);
    }
    const parsed = answerShape.safeParse(parse(await textWithin(answer, limits.bytes)));
    if (!parsed.success) throw new Error("the source of matching answered something else than was asked");
    return parsed.data;
  };
}

// Read piece by piece: a source that went wrong must not fill the memory.
async function textWithin(answer: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.length;
    if (size > most) {
      await reader?.cancel();
      throw new Error("the source of matching answered too much");
    }
    pieces.push(read.value);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
