import { execFileSync } from "node:child_process";
import { expect, test } from "./journey";
import { type Filed, fileConfirmed } from "./raw-filing";
import { rawStaff, recordOf } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";

type Route = { method: string; path: string; actor: string | null };

const canary = "canarybird";
const routes = JSON.parse(
  execFileSync("npm", ["run", "-s", "routes", "--", "--json"], { encoding: "utf8" }),
) as Route[];
const kept = routes.filter(({ actor }) => actor === "staff" || actor === "person" || actor === "administrator");

/** Headers that once led past a framework's own lock; none of them may here. */
const passes: readonly Readonly<Record<string, string>>[] = [
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { "x-nextjs-data": "1" },
  { "next-resume": "1" },
  { purpose: "prefetch" },
  { "x-forwarded-host": "evil.example", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  { "x-original-url": "/", "x-rewrite-url": "/" },
  { "x-habeas-path": "/console/sign-in", "x-nonce": "AAAA" },
  { authorization: "Bearer ." },
  { cookie: "habeas_staff=eyJhbGciOiJub25lIn0.e30.; habeas_person=AAAA" },
];

test("ATK-N1: no page, file or report opens without a session, however it is asked for", async ({
  email,
  signedIn,
}) => {
  test.setTimeout(400_000);
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email, name: `Vera ${canary}` });
  const handler = rawStaff(await signedIn("handler"));
  // The bait is where it should be: with a session the page does say the name.
  expect((await handler.get(`/console/requests/${filed.reference}`)).text).toContain(canary);

  const trouble: string[] = [];
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const { status, text, location } = await rawVisitor().open(path, headers);
    const says = `${path} ${JSON.stringify(headers)} ${status} ${location}`;
    if (text.toLowerCase().includes(canary) || text.includes(email)) trouble.push(`${says}: personal`);
    if (text.includes("Sign out") || text.includes("Leave this request")) trouble.push(`${says}: opened`);
    if (status >= 500) trouble.push(`${says}: broke`);
    if (location !== "") trouble.push(`${says}: leads away, or in circles`);
  };
  const paths = [...new Set(kept.filter(({ method }) => method === "GET").map(({ path }) => concrete(path, filed)))];
  expect(paths.length).toBeGreaterThan(14);
  for (const path of paths) {
    await ask(path);
    for (const headers of passes) await ask(path, headers);
    for (const odd of spellings(path)) {
      await ask(odd);
      await ask(odd, { rsc: "1" });
    }
  }
  expect(trouble).toEqual([]);
});

test("ATK-N10: no form of staff or of a person does anything without a session", async ({ email, signedIn }) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email, name: `Vera ${canary}` });
  const auditor = rawStaff(await signedIn("auditor"));
  const before = await recordOf(auditor, filed.reference);
  expect(before.length).toBeGreaterThan(0);
  const posts = kept.filter(({ method }) => method === "POST");
  expect(posts.length).toBeGreaterThan(12);
  const form = { words: canary, text: canary, seenVersion: "2", roles: "administrator", email: "x@example.org" };
  for (const { path } of posts) {
    const reply = await rawVisitor().post(concrete(path, filed), form);
    const said = `${path} ${reply.status} ${reply.location}`;
    expect(said).toMatch(/ (401|404) $| 303 (\/console\/sign-in\S*|\S+again=1#error-summary|\/ares\/left)$/);
    // Their own words may come back to them; nobody else's do.
    expect(reply.text).not.toContain(email);
  }
  expect(await recordOf(auditor, filed.reference)).toEqual(before);
});

test("addresses that are no addresses get a page that says so, signed in or not", async ({ signedIn }) => {
  const odd = [
    "%",
    "%25",
    "%00",
    "%E0%A4%A",
    "%25E0%25A4%25A",
    "..%2f..%2fetc%2fpasswd",
    "'%20OR%201=1--",
    "a".repeat(3000),
    "%F0%9F%A6%89",
    "[object%20Object]",
    "__proto__",
    "constructor",
  ];
  const visitors = { handler: rawStaff(await signedIn("handler")), stranger: rawVisitor() };
  const trouble: string[] = [];
  for (const [who, visitor] of Object.entries(visitors)) {
    for (const word of odd) {
      for (const path of [
        `/${word}`,
        `/ares/${word}`,
        `/ares/ask/${word}`,
        `/ares/c/${word}`,
        `/ares/requests/${word}`,
        `/ares/requests/${word}/files/${word}`,
        `/ares/language/${word}`,
        `/console/${word}`,
        `/console/requests/${word}`,
        `/console/requests/${word}/steps/${word}`,
        `/console/requests/${word}/files/${word}`,
        `/console/team/${word}`,
        `/console/join/${word}`,
        `/console/sign-in/${word}`,
        `/console?view=${word}&after=${word}&place=${word}`,
        `/console/audit?before=${word}&reference=${word}`,
        `/console/reports/overdue?asOf-day=${word}`,
        `/console/outbox?after=${word}`,
      ]) {
        const { status } = await visitor.get(path);
        if (status >= 500) trouble.push(`${who} ${path.slice(0, 80)} ${status}`);
      }
    }
  }
  expect(trouble).toEqual([]);
});

function concrete(path: string, { reference }: Filed): string {
  const parts: Readonly<Record<string, string>> = {
    organisation: "ares",
    reference,
    file: "00000000-0000-4000-8000-000000000000",
    step: path.includes("/team/") ? "disable" : "note",
    member: "00000000-0000-4000-8000-000000000000",
    question: "place",
  };
  return path.replaceAll(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? "x");
}

function spellings(path: string): string[] {
  const [, first = "", ...rest] = path.split("/");
  const tail = rest.length > 0 ? `/${rest.join("/")}` : "";
  const coded = `%${first.charCodeAt(0).toString(16)}${first.slice(1)}`;
  return [
    `${path}.rsc`,
    `${path}?_rsc=1a2b3`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}.txt`,
    `${path}/x.css`,
    `/${path}`,
    `/${coded}${tail}`,
    `${path}%2f`,
    `${path}/.`,
    `/x/..${path}`,
    `/_next/data/build${path}.json`,
    `${path.toUpperCase()}`,
    `${path};a=b`,
    `/en${path}`,
    `/_next/static/../../..${path}`,
    `/favicon.ico/../${path.slice(1)}`,
  ];
}
