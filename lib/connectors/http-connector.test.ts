import { createHmac, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { SystemQuestion } from "@/lib/domain/systems/system-question";
import { httpConnector } from "./http-connector";
import { aQuestion, type Heard, hearing, rowsIn, testServers } from "./test-system";

const now = new Date("2026-12-04T10:00:00Z");
const secret = randomBytes(32);
const callBack = "https://privacy.example.org/api/webhooks-in/token";
const servers = testServers();
afterEach(() => servers.close());

async function asked(
  answer: (heard: Heard, answer: ServerResponse) => void,
  question: Partial<SystemQuestion> = {},
  back: string | null = callBack,
) {
  const { url, port } = await servers.served(hearing(answer));
  const outbound = { hosts: [], privateHosts: [`127.0.0.1:${port}`] };
  return httpConnector({ url, secret, callBack: back, outbound })(aQuestion(question), now);
}
const says =
  (text: string, type = "application/json", status = 200, more: Record<string, string> = {}) =>
  (_: Heard, answer: ServerResponse) =>
    void answer.writeHead(status, { "content-type": type, ...more }).end(text);
const rows = (...lines: unknown[]) =>
  says(lines.map((line) => JSON.stringify(line)).join("\n"), "application/x-ndjson");
const problemOf = (fault: unknown) => (fault instanceof SystemUnanswered ? fault.problem : String(fault));

describe("asking a system over http", () => {
  it("posts the question, signed, under the effect's own id", async () => {
    const heard: Heard[] = [];
    const answer = await asked((one, back) => {
      heard.push(one);
      back.writeHead(202).end();
    });
    expect(answer).toEqual({ kind: "pending" });
    const [{ headers, body } = { headers: {}, body: "" }] = heard;
    const { effectKey, ...question } = aQuestion();
    expect(JSON.parse(body)).toEqual({
      type: "system.export",
      timestamp: now.toISOString(),
      data: { ...question, effect: effectKey, callBack },
    });
    expect([headers["webhook-id"], headers["accept-encoding"]]).toEqual([effectKey, "identity"]);
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", secret).update(signed).digest("base64")}`);
  });

  it.each<[string, SystemQuestion["verb"], unknown]>([
    ['{"answer":"found","counts":{"orders":3}}', "look_up", { kind: "found", counts: { orders: 3 } }],
    ['{"answer":"done","counts":{"orders":3}}', "erase", { kind: "done", counts: { orders: 3 } }],
    ['{"answer":"not_found"}', "export", { kind: "not_found" }],
    [
      '{"answer":"exception","reason":"Robin@Example.com has an open claim, A-1","counts":{"orders":1}}',
      "erase",
      { kind: "exception", reason: "… has an open claim, …", counts: { orders: 1 } },
    ],
  ])("%s answers %s", async (text, verb, answer) => {
    expect(await asked(says(text, "application/json; charset=utf-8"), { verb })).toEqual(answer);
  });

  it("takes rows line by line, in whatever pieces they come, with what is nested as JSON", async () => {
    const lines = [
      { category: "customers", row: { id: 1, name: "Ünal\n", vip: true, note: null, tags: ["a", { b: 1 }] } },
      { category: "orders", row: {} },
      { end: { customers: 1, orders: 1 } },
    ];
    const bytes = Buffer.from(lines.map((line) => JSON.stringify(line)).join("\r\n\n"));
    const answer = await asked(async (_, back) => {
      back.writeHead(200, { "content-type": "application/x-ndjson" });
      for (let at = 0; at < bytes.length; at += 5) back.write(bytes.subarray(at, at + 5));
      back.end();
    });
    expect(await rowsIn(answer)).toEqual([
      { category: "customers", row: { id: 1, name: "Ünal\n", vip: true, note: null, tags: '["a",{"b":1}]' } },
      { category: "orders", row: {} },
    ]);
  });

  it("sends rows on as they come: what a person's export weighs is in nobody's memory", async () => {
    const line = `${JSON.stringify({ category: "orders", row: { text: "x".repeat(4_000) } })}\n`;
    const many = 60_000;
    let written = 0;
    const answer = await asked((_, back) => {
      back.writeHead(200, { "content-type": "application/x-ndjson" });
      const go = () => {
        while (written < many) {
          written += 1;
          if (!back.write(line)) return void back.once("drain", go);
        }
        back.end(JSON.stringify({ end: { orders: many } }));
      };
      go();
    });
    if (answer.kind !== "done" || !answer.rows) throw new Error("no rows");
    global.gc?.();
    const before = process.memoryUsage().rss;
    let [seen, most] = [0, 0];
    for await (const _ of answer.rows) {
      seen += 1;
      if (seen % 1_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(seen).toBe(many);
    // 240 MB went through.
    expect(most / 1024 / 1024).toBeLessThan(150);
  });
});

describe("what is no answer", () => {
  it.each<[string, string, Parameters<typeof asked>[0], Partial<SystemQuestion>?]>([
    ["redirected", "a redirect", says("", "text/plain", 302, { location: "http://127.0.0.1:1/" })],
    ["status", "a fault of the system", says("{}", "application/json", 503)],
    ["status", "nothing", says("", "application/json", 204)],
    ["unreadable", "a page", says("<h1>Sign in</h1>", "text/html")],
    ["unreadable", "no JSON", says("yes")],
    ["unreadable", "something compressed", says("{}", "application/json", 200, { "content-encoding": "gzip" })],
    ["unreadable", "a count for an export", says('{"answer":"done","counts":{"orders":3}}')],
    ["unreadable", "done for a look-up", says('{"answer":"done","counts":{}}'), { verb: "look_up" }],
    ["unreadable", "found for an erasure", says('{"answer":"found","counts":{}}'), { verb: "erase" }],
    ["unreadable", "another category", says('{"answer":"done","counts":{"staff":3}}'), { verb: "erase" }],
    ["unreadable", "a count below nothing", says('{"answer":"done","counts":{"orders":-1}}'), { verb: "erase" }],
    ["unreadable", "rows for an erasure", rows({ end: {} }), { verb: "erase" }],
    ["too_much", "an answer without end", says(`{"answer":"${"x".repeat(70_000)}"}`)],
  ])("%s: %s", async (problem, _, answer, question) => {
    const fault = await asked(answer, question).catch((thrown: unknown) => thrown);
    expect(problemOf(fault)).toBe(problem);
    expect(String(fault)).not.toMatch(/robin|A-1/i);
  });

  it.each<[string, string, Parameters<typeof asked>[0]]>([
    ["cut_off", "rows without their end", rows({ category: "orders", row: { id: 1 } })],
    ["cut_off", "fewer rows than it says", rows({ category: "orders", row: { id: 1 } }, { end: { orders: 2 } })],
    ["cut_off", "rows that it does not count", rows({ category: "orders", row: { id: 1 } }, { end: {} })],
    ["unreadable", "more after the end", rows({ end: {} }, { category: "orders", row: {} })],
    ["unreadable", "a line that is no row", rows({ row: { id: 1 } }, { end: {} })],
    ["unreadable", "a row of another category", rows({ category: "staff", row: {} }, { end: {} })],
    ["too_much", "a line without end", says("x".repeat(1_100_000), "application/x-ndjson")],
    [
      "cut_off",
      "a connection that breaks",
      (_, answer) => {
        answer.writeHead(200, { "content-type": "application/x-ndjson", "content-length": "5000" });
        answer.write('{"category":"orders","row":{"id":1}}\n', () => answer.destroy());
      },
    ],
  ])("%s: %s", async (problem, _, answer) => {
    const fault = await rowsIn(await asked(answer)).catch((thrown: unknown) => thrown);
    expect(problemOf(fault)).toBe(problem);
  });

  it("202 where nobody would hear it", async () => {
    const fault = await asked(says("", "text/plain", 202), {}, null).catch((thrown: unknown) => thrown);
    expect(problemOf(fault)).toBe("status");
  });
});
