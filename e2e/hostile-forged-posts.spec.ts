import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./journey";
import { file, fileConfirmed } from "./raw-filing";
import { rawStaff, recordOf } from "./raw-staff";
import { type RawVisitor, rawVisitor } from "./raw-visitor";

const own = process.env.E2E_BASE_URL ?? "";

const evil = "https://evil.example";
/** How a post that is not from our own page looks; each must be refused before anything is read. */
const forged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "neither header": {},
  "a null origin": { origin: "null" },
  "another origin": { origin: evil },
  "another origin and a forged host": {
    origin: evil,
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  },
  "another origin that calls itself ours": { origin: evil, "sec-fetch-site": "same-origin" },
  "another site": { "sec-fetch-site": "cross-site" },
  "another port of this host": { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" },
  "our origin from another site": { "sec-fetch-site": "cross-site", origin: process.env.E2E_BASE_URL ?? "" },
  "typed into the address bar": { "sec-fetch-site": "none", origin: "null" },
};

test("V3.5.1 ATK-N4: a form that did not come from our own page changes nothing, whatever it says of itself", async ({
  signedIn,
  email,
}) => {
  const person = rawVisitor();
  const filed = await fileConfirmed(person, { organisation: "ares", email });
  const handler = rawStaff(await signedIn("handler"));
  const auditor = rawStaff(await signedIn("auditor"));
  const before = await recordOf(auditor, filed.reference);
  const request = `/console/requests/${filed.reference}/steps`;
  const posts: [RawVisitor, string, Record<string, string>][] = [
    [person, `${filed.page}/write/send`, { words: "forged" }],
    [person, `${filed.page}/withdraw/confirm`, {}],
    [person, `${filed.page}/leave`, {}],
    [person, "/ares/ask/who/answer", { relation: "self" }],
    [person, "/ares/find/send", { sought: email }],
    [person, "/ares/confirm/code", { reference: filed.reference, code: "12345678" }],
    [handler, `${request}/begin/take`, { seenVersion: "2" }],
    [handler, `${request}/note/take`, { seenVersion: "2", note: "forged" }],
    [handler, `${request}/prepare/take`, { seenVersion: "2", words: "forged", "outcome-access": "granted" }],
    [handler, "/console/sign-out", {}],
    [handler, "/console/switch", { organisation: "00000000-0000-4000-8000-000000000000" }],
    [handler, "/console/sign-in/enter", { email: "a@example.org", password: "x" }],
    [handler, "/console/team/invite", { email: "a@example.org", roles: "administrator" }],
    [handler, "/api/auth/signout", { json: "true" }],
    [handler, "/api/auth/callback/credentials", { json: "true" }],
  ];
  for (const [how, headers] of Object.entries(forged)) {
    for (const [visitor, path, fields] of posts) {
      const body = new URLSearchParams(fields).toString();
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const { status, headers: heard } = await visitor.send("POST", path, { headers: { ...type, ...headers }, body });
      expect([how, path, status, heard["set-cookie"]]).toEqual([how, path, 403, undefined]);
      expect(heard["access-control-allow-origin"]).toBeUndefined();
    }
  }
  expect(await recordOf(auditor, filed.reference)).toEqual(before);
  expect((await person.get(filed.page)).status).toBe(200);
  expect((await handler.get("/console")).status).toBe(200);
});

test("ATK-N4: another site's page, its sandboxed frame and another port of this machine change nothing", async ({
  page,
  otherBrowser,
  household,
  signedIn,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  const auditor = rawStaff(await signedIn("auditor"));
  const before = await recordOf(auditor, filed.reference);
  const action = `${own}${filed.page}/withdraw/confirm`;
  const form = `<form method="post" action="${action}" target="_top"></form><script>document.forms[0].submit()</script>`;
  const site = createServer(({ url }, answer) => {
    answer.setHeader("content-type", "text/html");
    const frame = `<iframe sandbox="allow-scripts allow-forms allow-top-navigation" srcdoc='${form}'></iframe>`;
    answer.end(url === "/frame" ? frame : form);
  });
  await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
  const { port } = site.address() as AddressInfo;
  for (const host of ["localhost", "127.0.0.1"]) {
    for (const path of ["/", "/frame"]) {
      const proxy = { server: household.proxy, bypass: `${host}:${port}` };
      const victim = await otherBrowser({ proxy });
      await victim.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: own })));
      const refused = victim.waitForResponse((reply) => reply.url() === action);
      await victim.goto(`http://${host}:${port}${path}`, { waitUntil: "commit" });
      expect([host, path, (await refused).status()]).toEqual([host, path, 403]);
    }
  }
  site.close();
  site.closeAllConnections();
  expect(await recordOf(auditor, filed.reference)).toEqual(before);
  await page.goto("/ares");
});

test("ATK-S3: no page of ours is shown inside another's frame", async ({ browser, household }) => {
  const frames = ["/plain", `${own}/ares/ask`, `${own}/console/sign-in`].map((src) => `<iframe src="${src}"></iframe>`);
  const site = createServer(({ url }, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(url === "/plain" ? "<form></form>" : frames.join(""));
  });
  await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
  const host = `localhost:${(site.address() as AddressInfo).port}`;
  const context = await browser.newContext({ proxy: { server: household.proxy, bypass: host } });
  const victim = await context.newPage();
  await victim.goto(`http://${host}/`);
  const forms = victim.frames().map((frame) => frame.locator("form").count());
  // The other site's own frame shows that frames are drawn at all.
  expect(await Promise.all(forms)).toEqual([0, 1, 0, 0]);
  await context.close();
  site.close();
  site.closeAllConnections();
});

test("ATK-N8: a request for another host is sent away before any page is made", async () => {
  const visitor = rawVisitor();
  for (const host of ["evil.example", "127.0.0.1:1", "localhost.evil.example", "127.0.0.1"]) {
    for (const path of ["/ares", "/console", "/ares/requests/H4K2-9QTM-7"]) {
      const { status, text } = await visitor.get(path, { host });
      expect([host, path, [400, 421].includes(status)]).toEqual([host, path, true]);
      expect(text).not.toContain(host);
    }
  }
  const { status } = await visitor.get("/ares", { "x-forwarded-host": "evil.example" });
  expect(status).toBe(200);
});

test("a request that was filed with a forged host still sends links to our own address", async ({ email }) => {
  const visitor = rawVisitor();
  const plain = visitor.post;
  visitor.post = (path, fields) =>
    plain(path, fields, { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" });
  await file(visitor, { organisation: "ares", email });
  const { letterTo } = await import("./mailbox");
  const letter = await letterTo(email, /please confirm your address/);
  expect(letter.link).toMatch(new RegExp(`^${process.env.E2E_BASE_URL}/ares/c/`));
  expect(letter.text + letter.html).not.toContain("evil.example");
});
