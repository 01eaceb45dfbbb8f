import { createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { matchingSecret } from "@/lib/settings";
import { httpMatcher } from "./http-matcher";

const now = new Date("2026-12-04T10:00:00Z");
const secret = randomBytes(32);
const question = { name: "Robin Canary", email: "robin@example.com", points: { number: "A-1", postcode: "10115" } };
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/match`;
}

const ask = (url: string) => httpMatcher({ url, secret, slug: "aimarkos" })(question, now);
const says = (text: string, status = 200) =>
  served((_, answer) => answer.writeHead(status, { "content-type": "application/json" }).end(text));

describe("asking over http", () => {
  it("posts the question, signed as Standard Webhooks has it, and reads how many fit", async () => {
    const heard: { method?: string; headers: IncomingHttpHeaders; body: string } = { headers: {}, body: "" };
    const url = await served((asked, answer) => {
      heard.method = asked.method;
      heard.headers = asked.headers;
      asked.setEncoding("utf8").on("data", (piece: string) => {
        heard.body += piece;
      });
      asked.on("end", () => answer.end('{"matched": 2, "addressOnFile": true}'));
    });
    expect(await ask(url)).toEqual({ matched: 2, addressOnFile: true });
    expect([heard.method, heard.headers["content-type"]]).toEqual(["POST", "application/json"]);
    const { type, timestamp, data } = JSON.parse(heard.body);
    expect([type, timestamp, data]).toEqual([
      "identity.match",
      now.toISOString(),
      { organisation: "aimarkos", ...question },
    ]);
    const [id, at] = [heard.headers["webhook-id"], heard.headers["webhook-timestamp"]];
    expect(at).toBe(String(now.getTime() / 1000));
    const signature = createHmac("sha256", secret).update(`${id}.${at}.${heard.body}`).digest("base64");
    expect(heard.headers["webhook-signature"]).toBe(`v1,${signature}`);
  });

  it("follows no redirect: the question goes to nobody who was not named", async () => {
    const asked: string[] = [];
    const other = await served((http, answer) => {
      asked.push(http.method ?? "");
      answer.end('{"matched": 2, "addressOnFile": true}');
    });
    const url = await served((_, answer) => answer.writeHead(307, { location: other }).end());
    await expect(ask(url)).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  it.each([
    ["a fault of the source", "{}", 500],
    ["nothing", "", 204],
    ["no JSON", "yes", 200],
    ["something else", '{"matched": "2", "addressOnFile": true}', 200],
    ["more than can be", '{"matched": 1e9, "addressOnFile": true}', 200],
    ["too much", `{"matched": 2, "addressOnFile": true, "more": "${"x".repeat(20_000)}"}`, 200],
  ])("%s is no answer, and the fault names nothing of the question", async (_, text, status) => {
    const fault: unknown = await ask(await says(text, status)).catch((thrown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(String(fault)).not.toMatch(/Robin|robin|A-1|10115/);
  });

  it("nobody there is no answer", async () => {
    const url = await says("{}");
    for (const server of open.splice(0)) await new Promise((closed) => server.close(closed));
    await expect(ask(url)).rejects.toThrow();
  });
});

describe("the key", () => {
  it("is the bytes behind whsec_, and nothing shorter or longer", () => {
    process.env.HABEAS_MATCHING_TEST = `whsec_${secret.toString("base64")}`;
    expect(matchingSecret("HABEAS_MATCHING_TEST")).toEqual(secret);
    for (const bad of ["", "secret", `whsec_${randomBytes(8).toString("base64")}`, "whsec_???"]) {
      process.env.HABEAS_MATCHING_TEST = bad;
      expect(() => matchingSecret("HABEAS_MATCHING_TEST")).toThrow("HABEAS_MATCHING_TEST must be whsec_");
    }
  });
});
