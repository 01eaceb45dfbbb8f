import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bodyCheck, heardHead, signedHeaders } from "./standard-webhooks";

// The specification's own example.
const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
const at = new Date(1_614_265_330_000);
const message = { secret, id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
const signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

function heard(headers: Record<string, string>, body = message.body, now = at, key = secret): boolean {
  const head = heardHead(new Headers(headers), now);
  if (!head) return false;
  const check = bodyCheck(key, head);
  for (const piece of body.match(/.{1,7}/gs) ?? []) check.take(Buffer.from(piece));
  return check.fits();
}

describe("Standard Webhooks 1.0.0", () => {
  const headers = signedHeaders(message, at);

  it("signs as its example does", () => {
    expect(headers).toEqual({
      "webhook-id": message.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": signature,
    });
  });

  it("hears what was signed, also beside a signature by a newer key", () => {
    expect(heard(headers)).toBe(true);
    const other = signedHeaders({ ...message, secret: randomBytes(32) }, at)["webhook-signature"];
    expect(heard({ ...headers, "webhook-signature": `${other} v1a,AAAA ${signature}` })).toBe(true);
  });

  it.each<[string, () => boolean]>([
    ["another body", () => heard(headers, `${message.body} `)],
    ["another id", () => heard({ ...headers, "webhook-id": "msg_other" })],
    ["another time", () => heard({ ...headers, "webhook-timestamp": "1614265331" })],
    ["another key", () => heard(headers, message.body, at, randomBytes(32))],
    ["a time too long ago", () => heard(headers, message.body, later(301))],
    ["a time to come", () => heard(headers, message.body, later(-301))],
    ["no signature", () => heard({ ...headers, "webhook-signature": "" })],
    ["half a signature", () => heard({ ...headers, "webhook-signature": signature.slice(0, -10) })],
    ["a signature of another kind", () => heard({ ...headers, "webhook-signature": signature.replace("v1", "v0") })],
    ["no time", () => heard({ ...headers, "webhook-timestamp": "soon" })],
    ["no id", () => heard({ ...headers, "webhook-id": "" })],
    ["an id without end", () => heard({ ...headers, "webhook-id": "x".repeat(201) })],
  ])("does not hear %s", (_, hears) => expect(hears()).toBe(false));

  it("allows a clock five minutes off", () => {
    expect([heard(headers, message.body, later(300)), heard(headers, message.body, later(-300))]).toEqual([true, true]);
  });
});
