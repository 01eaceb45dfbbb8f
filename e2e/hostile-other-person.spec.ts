import { randomUUID } from "node:crypto";
import { answerRequest } from "./handling";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { confirm, type Filed, file, fileConfirmed, openAnswer, unknownReference } from "./raw-filing";
import { rawStaff, recordOf } from "./raw-staff";
import { type RawVisitor, type Reply, rawVisitor } from "./raw-visitor";

const canary = "canarybird";
const parts = ["", "/receipt", "/receipt.json", "/write", "/withdraw", "/open", `/files/${randomUUID()}`];

test("ATK-I1: somebody who knows name, address and reference, but not the mailbox, sees nothing and changes nothing", async ({
  signedIn,
  email,
}) => {
  const name = `Ilse ${canary}`;
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email, name });
  const auditor = rawStaff(await signedIn("auditor"));
  const before = await recordOf(auditor, filed.reference);
  const impostor = rawVisitor();
  await expectNothing(impostor, filed);

  // Filing in the same name opens the new request alone, and says nothing of the old one.
  const second = await file(impostor, { organisation: "aimarkos", email, name });
  expect(second.reference).not.toBe(filed.reference);
  await expectNothing(impostor, filed);
  expect((await impostor.get("/aimarkos/ask/sent")).text).not.toContain(filed.reference);

  // Five guesses at the code, then none counts any more.
  for (let guess = 0; guess < 6; guess += 1) {
    const sent = await impostor.post("/aimarkos/confirm/code", { reference: filed.reference, code: `1234567${guess}` });
    expect(sent.location).toContain("again=1");
  }
  await impostor.post("/aimarkos/find/send", { sought: email });
  await expectNothing(impostor, filed);
  const after = await recordOf(auditor, filed.reference);
  expect(after.slice(0, before.length)).toEqual(before);
});

test("ATK-I3: the browser that filed a request cannot read its answer before the mailbox has spoken", async ({
  staff,
  email,
}) => {
  const here = rawVisitor();
  const filed = await file(here, { organisation: "ares", email });
  const owner = rawVisitor();
  await confirm(owner, filed);
  await answerRequest(staff, filed.reference, {
    outcomes: [{ right: "Access", outcome: "Granted" }],
    add: `Your data: ${canary}`,
    files: [{ name: "data.json", mimeType: "application/json", buffer: Buffer.from(`{"bird":"${canary}"}`) }],
  });
  await openAnswer(owner, filed);
  const page = await owner.get(filed.page);
  const file_ = /\/files\/([0-9a-f-]{36})/.exec(page.text)?.[1] ?? "";
  const opened = await owner.get(`${filed.page}/files/${file_}`);
  expect([opened.status, opened.text]).toEqual([200, `{"bird":"${canary}"}`]);

  for (const part of ["", "/receipt", "/write", "/withdraw", `/files/${file_}`]) {
    const reply = await here.open(`${filed.page}${part}`);
    expect([part, reply.text.includes(canary)]).toEqual([part, false]);
  }
  expect((await here.get(`${filed.page}/files/${file_}`)).status).toBe(404);
  // A stranger with the address of the file, and one with a request of their own.
  expect((await rawVisitor().get(`${filed.page}/files/${file_}`)).status).toBe(404);
  const other = rawVisitor();
  const mine = await fileConfirmed(other, { organisation: "ares", email: `second-${email}` });
  for (const base of [filed.page, mine.page, `/aimarkos/requests/${filed.reference}`]) {
    const reply = await other.get(`${base}/files/${file_}`);
    expect([base, reply.status, reply.text.includes(canary)]).toEqual([base, 404, false]);
  }
  const ends = owner.cookies;
  const copy = rawVisitor({ cookies: ends });
  expect((await owner.post(`${filed.page}/leave`, {})).location).toBe("/ares/left");
  expect((await copy.get(`${filed.page}/files/${file_}`)).status).toBe(404);
});

test("R7: the key to one request opens no other, in this organisation or the next", async ({ signedIn, email }) => {
  const holder = rawVisitor();
  await fileConfirmed(holder, { organisation: "ares", email });
  const auditor = rawStaff(await signedIn("auditor"));
  for (const organisation of ["ares", "aimarkos"] as const) {
    const owner = rawVisitor();
    const other = await fileConfirmed(owner, {
      organisation,
      email: `${organisation}-${email}`,
      name: `Per ${canary}`,
    });
    const before = await recordOf(auditor, other.reference);
    await expectNothing(holder, other);
    for (const post of ["/write/send", "/withdraw/confirm", "/open/send", "/open/prove", "/open/ask", "/leave"]) {
      const own = new Map(holder.cookies);
      const reply = await rawVisitor({ cookies: own }).post(`${other.page}${post}`, { words: "let me in" });
      expect(reply.text.includes(canary), post).toBe(false);
      if (post === "/leave") continue;
      expect(reply.location || String(reply.status), post).not.toContain("said=");
    }
    expect(await recordOf(auditor, other.reference)).toEqual(before);
    expect((await owner.get(other.page)).status).toBe(200);
  }
});

test("the link and the code of one request open no other, at no other organisation, and once", async ({ email }) => {
  const owner = rawVisitor();
  const filed = await file(owner, { organisation: "ares", email });
  const other = await file(rawVisitor(), { organisation: "ares", email: `other-${email}` });
  const letter = await letterTo(email, /please confirm your address/);
  const path = new URL(letter.link ?? "").pathname;
  const code = letter.code ?? "";

  const wrong = rawVisitor();
  await wrong.get(path.replace("/ares/", "/aimarkos/"));
  expect((await wrong.post("/aimarkos/confirm/link", {})).location).toBe("/aimarkos/confirm?used=1");
  const bent = `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`;
  await wrong.get(bent);
  expect((await wrong.post("/ares/confirm/link", {})).location).toBe("/ares/confirm?used=1");
  expect((await wrong.post("/ares/confirm/code", { reference: other.reference, code })).location).toContain("again=1");

  // Fetched by scanners any number of times, the link still waits for its button; then one of two presses wins.
  for (let fetched = 0; fetched < 5; fetched += 1) {
    await rawVisitor().get(path);
    await rawVisitor().send("HEAD", path);
  }
  const twice = [rawVisitor(), rawVisitor()];
  for (const visitor of twice) await visitor.get(path);
  const pressed = await Promise.all(twice.map((visitor) => visitor.post("/ares/confirm/link", { code })));
  expect(pressed.map(({ location }) => location).sort()).toEqual([
    "/ares/confirm?used=1",
    `${filed.page}?said=confirmed`,
  ]);
  const late = rawVisitor();
  await late.get(path);
  expect((await late.post("/ares/confirm/link", {})).location).toBe("/ares/confirm?used=1");
});

test("ATK-I1: to a browser without a key a request that exists and one that does not are the same, byte by byte", async ({
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email, name: `Ida ${canary}` });
  const posts = ["/write/send", "/withdraw/confirm", "/open/send", "/open/prove", "/leave"];
  // A browser that never was here, and one that holds the key to a request of its own.
  const holder = rawVisitor();
  await fileConfirmed(holder, { organisation: "aimarkos", email: `own-${email}`, name: `Ivo ${canary}` });
  for (const cookies of [[], [...holder.cookies]]) {
    const asked = async (reference: string) => {
      const base = `/aimarkos/requests/${reference}`;
      const replies: [string, string][] = [];
      for (const part of parts) {
        // Each with the same cookies, so that nothing that one page sets tells in the next.
        replies.push([`GET ${part}`, bare(await rawVisitor({ cookies }).get(base + part), reference)]);
        replies.push([`opened ${part}`, bare(await rawVisitor({ cookies }).open(base + part), reference)]);
        replies.push([`HEAD ${part}`, bare(await rawVisitor({ cookies }).send("HEAD", base + part), reference)]);
      }
      for (const post of posts) {
        const reply = await rawVisitor({ cookies }).post(base + post, { words: "let me in" });
        replies.push([`POST ${post}`, bare(reply, reference)]);
      }
      return replies;
    };
    const [there, not] = [await asked(filed.reference), await asked(unknownReference())];
    expect(there.length).toBeGreaterThan(20);
    for (const [place, [what, reply]] of there.entries()) expect([what, reply]).toEqual(not[place]);
  }
});

/**
 * Status, headers and body as they came, without what differs from any answer to the next: nonces, the date, what was asked.
 * The body of a redirect is the shell of a page that was given up while it streamed: how far it got is chance.
 */
function bare({ status, lines, text }: Reply, reference: string): string {
  const nonces = [...JSON.stringify(lines).matchAll(/'nonce-([^']+)'/g)].map(([, nonce = ""]) => nonce);
  const chance = /habeas_browser=[^;]+|Expires=[^;]+/g;
  const heard = lines.filter(([name]) => name !== "date").map((line) => line.join(": ").replace(chance, "CHANCE"));
  const body = status >= 300 && status < 400 ? "" : text;
  const whole = [String(status), ...heard, "", body].join("\n").replaceAll(reference, "REFERENCE");
  return nonces.reduce((left, nonce) => left.replaceAll(nonce, "NONCE"), whole);
}

async function expectNothing(visitor: RawVisitor, filed: Filed): Promise<void> {
  for (const part of parts) {
    const reply = await visitor.open(`${filed.page}${part}`);
    const unknown = await visitor.open(`/${filed.organisation}/requests/${unknownReference()}${part}`);
    expect([part, reply.status, reply.text.includes(canary)]).toEqual([part, 404, false]);
    expect([part, unknown.status]).toEqual([part, 404]);
  }
}
