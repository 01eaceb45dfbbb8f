import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff } from "./raw-staff";
import { type Reply, rawVisitor } from "./raw-visitor";

const everywhere = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
};
const told = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "connect-src 'self'",
];

test("V3.4: every answer carries the whole set of headers, once: pages, redirects, refusals, faults and files", async ({
  email,
  signedIn,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  const handler = rawStaff(await signedIn("handler"));
  const guesser = rawVisitor();
  for (let times = 0; times < 10; times += 1) await guesser.post("/ares/find/send", { sought: "a@example.com" });
  const answers: Record<string, Reply> = {
    "200 front": await visitor.get("/ares"),
    "200 desk": await visitor.get("/"),
    "200 own request": await visitor.get(filed.page),
    "200 console": await handler.get("/console"),
    "200 sign-in": await rawVisitor().get("/console/sign-in"),
    "200 health": await visitor.get("/api/health"),
    "200 session": await visitor.get("/api/auth/session"),
    "200 receipt": await visitor.get(`${filed.page}/receipt.json`),
    "200 csv": await handler.get("/console/reports/overdue/csv"),
    "303 form": await rawVisitor().post("/ares/ask/who/answer", { relation: "self" }),
    "303 link": await rawVisitor().get("/ares/c/aaaaaaaaaaaaaaaaaaaaaaaa"),
    "307 console": await rawVisitor().get("/console"),
    "400 no form": await rawVisitor().send("POST", "/ares/find/send", {
      headers: { "sec-fetch-site": "same-origin" },
      body: "{}",
    }),
    "403 forged": await rawVisitor().post("/ares/find/send", {}, { "sec-fetch-site": "cross-site" }),
    "404 page": await visitor.get("/ares/nothing"),
    "404 organisation": await visitor.get("/nothing/at/all"),
    "404 request": await rawVisitor().open(filed.page),
    "404 file": await visitor.get(`${filed.page}/files/00000000-0000-4000-8000-000000000000`),
    "405 method": await visitor.send("DELETE", "/ares"),
    "413 large": await visitor.post("/ares/find/send", { sought: "a".repeat(70_000) }),
    "421 host": await visitor.get("/ares", { host: "evil.example" }),
    "429 often": await guesser.post("/ares/find/send", { sought: "a@example.com" }),
  };
  for (const [what, reply] of Object.entries(answers)) {
    expect(`${reply.status} ${what}`).toMatch(new RegExp(`^${what.slice(0, 3)} ${what.slice(0, 3)}`));
    const values = (name: string) => reply.lines.filter(([one]) => one === name).map(([, value]) => value);
    for (const [name, value] of Object.entries(everywhere))
      expect([what, name, values(name)]).toEqual([what, name, [value]]);
    const policies = values("content-security-policy");
    expect([what, policies.length]).toEqual([what, 1]);
    const sandboxed = /receipt|csv|file/.test(what);
    for (const part of sandboxed ? ["sandbox", "default-src 'none'"] : told)
      expect([what, policies[0]]).toEqual([what, expect.stringContaining(part)]);
    expect(policies[0]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
    if (!sandboxed) expect(policies[0]).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{22,24}' 'strict-dynamic'/);
    for (const name of ["x-powered-by", "server", "access-control-allow-origin", "x-nonce", "x-habeas-path"])
      expect([what, name, values(name)]).toEqual([what, name, []]);
    // A page of the framework may be kept by nobody; only what has a hash in its name may.
    expect([what, values("cache-control").join()]).toEqual([what, expect.stringMatching(/no-store/)]);
    if (reply.text !== "")
      expect([what, values("content-type").join()]).toEqual([
        what,
        expect.stringMatching(/charset=utf-8|application\/json/i),
      ]);
  }
});

test("V3.4.3: each answer has a nonce of its own, and every script carries it", async () => {
  const visitor = rawVisitor();
  const nonces = new Set<string>();
  for (const path of ["/ares", "/ares", "/ares/ask", "/console/sign-in"]) {
    const { text, headers } = await visitor.get(path, {
      "x-nonce": "chosen",
      "content-security-policy": "script-src *",
    });
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
    nonces.add(nonce);
    const scripts = text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(text).not.toMatch(/ on[a-z]+="/);
  }
  expect(nonces.size).toBe(4);
});

test("V3.3 V14.3.1: cookies are for us alone; leaving and signing out have the browser forget", async ({ email }) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  const { signInOf } = await import("./staff");
  const staff = rawVisitor();
  const { email: who, password } = signInOf("auditor");
  const replies = [
    await rawVisitor().post("/ares/ask/who/answer", { relation: "self" }),
    await rawVisitor().get("/ares/c/aaaaaaaaaaaaaaaaaaaaaaaa"),
    await rawVisitor().get("/ares/language/en"),
    await staff.post("/console/sign-in/enter", { email: who, password, code: "", to: "" }),
    await rawVisitor().post("/console/sign-in/enter", { email: who, password: "no", code: "", to: "" }),
    await rawVisitor().get("/console/join/aaaaaaaaaaaaaaaaaaaaaaaa"),
  ];
  for (const reply of replies) {
    const lines = reply.lines.filter(([name]) => name === "set-cookie").map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/; *HttpOnly/i);
      expect(line).toMatch(/; *SameSite=(Lax|Strict)/i);
      expect(line).toMatch(/; *Path=\/(;|$)/i);
      expect(line).not.toMatch(/Domain=/i);
    }
  }
  for (const gone of [await visitor.post(`${filed.page}/leave`, {}), await staff.post("/console/sign-out", {})]) {
    expect(gone.headers["clear-site-data"]).toBe('"cache", "storage"');
  }
  expect([...staff.cookies.keys()].filter((name) => name === "habeas_staff")).toEqual([]);
  expect((await visitor.open(filed.page)).status).toBe(404);
});
