import { expect, test } from "./journey";
import { answerQuestions, fileConfirmed } from "./raw-filing";
import { rawStaff, recordOf, take } from "./raw-staff";
import { fromOwnPage, rawVisitor } from "./raw-visitor";

const form = "application/x-www-form-urlencoded";

test("V4.1.4: methods that no address takes are answered with 405 and what is taken", async () => {
  const visitor = rawVisitor();
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) {
    for (const path of [
      "/",
      "/ares",
      "/ares/ask/send",
      "/ares/requests/H4K2-9QTM-7",
      "/console",
      "/console/sign-in/enter",
      "/api/health",
    ]) {
      const { status, headers, text } = await visitor.send(method, path);
      expect([method, path, status]).toEqual([method, path, 405]);
      expect(headers.allow).toContain("GET");
      expect(text.length).toBeLessThan(200);
    }
  }
});

test("ATK-N6: there is no image optimiser, no data route and no source to fetch", async () => {
  const visitor = rawVisitor();
  const nothing = [
    "/_next/image?url=%2Fx.png&w=64&q=75",
    "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75",
    "/_next/data/x/ares.json",
    "/.env",
    "/.git/config",
    "/package.json",
    "/.data/secret",
    "/metrics",
    "/_next/static/../server/app/page.js",
    "/__nextjs_original-stack-frame",
    "/server-status",
  ];
  for (const path of nothing) expect([path, (await visitor.open(path)).status]).toEqual([path, 404]);
  const { text } = await visitor.get("/ares");
  const scripts = [...text.matchAll(/src="(\/_next\/[^"]+\.js)"/g)].map(([, path = ""]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) {
    expect([path, (await visitor.get(`${path}.map`)).status]).toEqual([path, 404]);
    expect((await visitor.get(path)).text).not.toMatch(/sourceMappingURL|HABEAS_SECRET|postgresql:/);
  }
});

test("V5.2.1: one byte more than a form may have is refused on a page that says the limit; the limit itself passes", async () => {
  for (const [size, status] of [
    [65_536, 303],
    [65_537, 413],
  ] as const) {
    const fields = "relation=self&padding=";
    const body = fields + "a".repeat(size - fields.length);
    const reply = await rawVisitor().send("POST", "/ares/ask/who/answer", {
      headers: { ...fromOwnPage, "content-type": form },
      body,
    });
    expect([size, reply.status]).toEqual([size, status]);
    if (status === 413) expect(reply.text).toContain("The limit is 65 kB");
  }
  // Without a length nobody knows how much comes, so nothing is read.
  const chunked = await rawVisitor().send("POST", "/ares/ask/who/answer", {
    headers: { ...fromOwnPage, "content-type": form, "transfer-encoding": "chunked" },
  });
  expect(chunked.status).toBe(413);
});

test("V2.2.1: fields that are missing, twice there, of strange names or far too long come back as a page, with the text", async ({
  signedIn,
  email,
}) => {
  test.setTimeout(300_000);
  const person = rawVisitor();
  const filed = await fileConfirmed(person, { organisation: "ares", email });
  const handler = rawStaff(await signedIn("handler"));
  const before = await recordOf(handler, filed.reference);
  const long = "long ".repeat(10_100).trim();
  const bodies = [
    "",
    "words=",
    "words=a&words=b",
    "words[]=a&words[x]=b",
    "__proto__=x&constructor=y&prototype=z&toString=q",
    "__proto__[words]=x&constructor[prototype][words]=y",
    `words=${encodeURIComponent(long)}`,
    "words=%00%00&words=%FF",
    "seenVersion=-1&note=x",
    "seenVersion=1e9&seenVersion=2",
    "seenVersion=NaN&kind[]=declaration",
    "=&&&;==",
    "&".repeat(1000),
  ];
  const doors = [
    [person, `${filed.page}/write/send`],
    [person, "/ares/ask/who/answer"],
    [person, "/ares/ask/contact/answer"],
    [person, "/ares/confirm/code"],
    [person, "/ares/find/send"],
    [handler, `/console/requests/${filed.reference}/steps/note/take`],
    [handler, `/console/requests/${filed.reference}/steps/ask_proof/take`],
    [handler, `/console/requests/${filed.reference}/steps/extend/take`],
    [handler, `/console/requests/${filed.reference}/steps/prepare/take`],
    [handler, "/console/new/file"],
    [handler, "/console/search"],
    [handler, "/console/switch"],
    [rawVisitor(), "/console/sign-in/enter"],
    [rawVisitor(), "/console/first-administrator/begin"],
    [rawVisitor(), "/console/join/accept"],
  ] as const;
  const trouble: string[] = [];
  for (const [visitor, path] of doors) {
    for (const body of bodies) {
      if (path.endsWith("/find/send") && body.length > 20) continue;
      const reply = await visitor.send("POST", path, { headers: { ...fromOwnPage, "content-type": form }, body });
      const page = reply.location ? (await visitor.get(reply.location.split("#")[0] ?? "")).status : reply.status;
      const said = `${path} ${body.slice(0, 40)}: ${reply.status} ${page}`;
      if (![303, 413, 404, 429].includes(reply.status) || page >= 500) trouble.push(said);
    }
  }
  expect(trouble).toEqual([]);
  expect(await recordOf(handler, filed.reference)).toEqual(before);

  const sent = await person.post(`${filed.page}/write/send`, { words: long.slice(0, 6000) });
  expect(sent.location).toBe(`${filed.page}/write?again=1#error-summary`);
  const page = await person.get(`${filed.page}/write?again=1`);
  expect(page.text).toContain(long.slice(0, 6000));
  expect(page.text).toContain("<title>Error: ");
  const note = await take(handler, filed.reference, "note", { seenVersion: "2", note: long.slice(0, 20_100) });
  expect((await handler.get(note.location.split("#")[0] ?? "")).text).toContain(long.slice(0, 20_100));
});

test("V3.7.2: the way back after choosing a language stays with us, whatever it says", async () => {
  const visitor = rawVisitor();
  const ways = [
    "https://evil.example/aiworksforus",
    "//evil.example/aiworksforus",
    "http:evil.example/aiworksforus",
    "\\\\evil.example/aiworksforus",
    "/aiworksforus/../ares",
    "/aiworksforus/find?email=x",
    "a\r\nb: c/aiworksforus",
    "\u20ac/aiworksforus",
    "/ares/find",
  ];
  for (const way of ways) {
    const { status, location } = await visitor.get(`/aiworksforus/language/de?back=${encodeURIComponent(way)}`);
    expect([way, status, location]).toEqual([way, 303, "/aiworksforus"]);
  }
  const { location } = await visitor.get("/aiworksforus/language/de?back=%2Faiworksforus%2Ffind");
  expect(location).toBe("/aiworksforus/find");
});

test("a body that is no form is a mistake of the sender, said in a page", async () => {
  const types = [
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "",
    "application/x-www-form-urlencoded; charset=utf-7",
  ];
  for (const path of ["/ares/ask/who/answer", "/ares/find/send", "/console/sign-in/enter", "/console/search"]) {
    for (const type of types) {
      const headers = { ...fromOwnPage, ...(type ? { "content-type": type } : {}) };
      const { status, text } = await rawVisitor().send("POST", path, {
        headers,
        body: '{"relation":["self"],"$ne":1}',
      });
      expect([path, type, [303, 400, 404].includes(status)]).toEqual([path, type, true]);
      if (status === 400) expect(text).toContain("We could not read what was sent.");
    }
  }
});

test("V15.3.3: fields that nobody asked for are not taken along", async ({ email }) => {
  const visitor = rawVisitor();
  await answerQuestions(visitor, { organisation: "ares", email });
  const more = {
    state: "closed",
    proven: "true",
    verifiedAt: "2020-01-01",
    organisationId: "x",
    level: "3",
    rights: "erasure",
  };
  const sent = await visitor.post("/ares/ask/send", more);
  expect(sent.location).toBe("/ares/ask/sent");
  const { text } = await visitor.get("/ares/ask/sent");
  const reference = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/.exec(text)?.[0];
  const opened = await visitor.get(`/ares/requests/${reference}`);
  expect([opened.status, opened.location]).toEqual([307, "/ares/ask/sent"]);
});
