import { execFileSync } from "node:child_process";
import { test as base, expect } from "@playwright/test";
import { forget, type OwnPortal, startOwnPortal } from "./own-portal";
import { type Filed, fileConfirmed } from "./raw-filing";
import { takeNow } from "./raw-staff";
import { type RawVisitor, rawVisitor } from "./raw-visitor";

type Route = { method: string; path: string; actor: string | null };

const test = base.extend<{ portal: OwnPortal }>({
  portal: async ({ browserName: _ }, use) => {
    const portal = await startOwnPortal();
    await use(portal);
    await portal.stop();
    forget(portal);
  },
});
test.setTimeout(400_000);

// Who sees a record whole, or has a file or a list leave the house, stands in the record; nothing else changes.
const looks = [
  "AuditViewed",
  "OverdueExported",
  "BulkExported",
  "CaliforniaExported",
  "QueueExportBegun",
  "QueueExported",
  "LetterViewed",
  "FileInspected",
  "AnswerCollected",
];

test("V3.5.3: fetching every address there is, as anybody, changes no row but the record of who looked", async ({
  portal,
}) => {
  const visitor = rawVisitor({ base: portal.base });
  const filed = await fileConfirmed(visitor, { organisation: "ares", email: "fetcher@example.com" });
  const written = new FormData();
  written.set("words", "With a file.");
  written.append("files", new File(["x"], "x.txt"));
  await visitor.post(`${filed.page}/write/send`, written);
  const staff = rawVisitor({ base: portal.base });
  for (const role of ["administrator", "handler"]) await enter(staff, portal.signIn(role));
  await takeNow(staff, filed.reference, "begin");
  await expect
    .poll(() => portal.rows("select 1 from letter where status <> 'sent'").then((rows) => rows.length), {
      timeout: 60_000,
    })
    .toBe(0);

  const ids = await idsOf(portal);
  const routes = JSON.parse(
    execFileSync("npm", ["run", "-s", "routes", "--", "--json"], { encoding: "utf8" }),
  ) as Route[];
  const paths = [
    ...new Set(routes.filter(({ method }) => method === "GET").map(({ path }) => concrete(path, filed, ids))),
  ];
  expect(paths.length).toBeGreaterThan(25);
  const links = await firstLink(portal);
  for (const method of ["GET", "HEAD"]) {
    for (const path of [...paths, ...links]) {
      for (const who of [rawVisitor({ base: portal.base }), visitor, staff]) {
        const before = await stateOf(portal);
        const { status } = await who.send(method, path);
        // The page for faults is a fault by its status, and nothing else is.
        expect([method, path, status >= 500]).toEqual([method, path, path.startsWith("/api/fault/")]);
        const after = await stateOf(portal);
        expect([method, path, after]).toEqual([method, path, before]);
      }
    }
  }
});

async function enter(staff: RawVisitor, { email, password }: { email: string; password: string }): Promise<void> {
  const { location } = await staff.post("/console/sign-in/enter", { email, password, code: "", to: "" });
  expect(location).toBe("/console");
}

/** A digest of everything that is held. Counters of the rate limits, jobs and the time of last use are not held about anybody. */
async function stateOf(portal: OwnPortal): Promise<string> {
  const tables = [
    "privacy_request",
    "request_right",
    "proof",
    "message",
    "stored_file",
    "answer",
    "letter",
    "challenge",
    "kept_form",
    "staff_member",
    "membership",
    "invitation",
    "organisation",
  ];
  // The newest entry of the record, and how many there are, also stand with the request.
  const held = "(to_jsonb(row) - 'version' - 'head')::text";
  const digests = tables.map(
    (table) => `(select md5(string_agg(held, '' order by held)) from (select ${held} as held from ${table} row) rows)`,
  );
  const types = looks.map((type) => `'${type}'`).join(", ");
  const events = `(select string_agg(hash::text, '' order by id) from event where type not in (${types}))`;
  const sessions = ["staff_session", "person_session"].map(
    (table) => `(select string_agg(id::text || coalesce(ended_at::text, ''), '' order by id) from ${table})`,
  );
  const [row] = await portal.rows<{ state: string }>(
    `select concat_ws('|', ${[...digests, events, ...sessions].join(", ")}) as state`,
  );
  return row?.state ?? "";
}

type Ids = { file: string; member: string };

async function idsOf(portal: OwnPortal): Promise<Ids> {
  const [file] = await portal.rows<{ id: string }>("select id from stored_file limit 1");
  const [member] = await portal.rows<{ id: string }>("select id from staff_member limit 1");
  return { file: file?.id ?? "", member: member?.id ?? "" };
}

async function firstLink(portal: OwnPortal): Promise<string[]> {
  const { letterTo } = await import("./mailbox");
  const { link } = await letterTo("fetcher@example.com", /we have your request/);
  expect(link).toContain(portal.base);
  return [new URL(link ?? "").pathname];
}

function concrete(path: string, { reference }: Filed, { file, member }: Ids): string {
  const parts: Readonly<Record<string, string>> = {
    organisation: "ares",
    reference,
    file,
    member,
    step: "note",
    question: "place",
    language: "en",
    token: "a".repeat(24),
  };
  return path
    .replace(/\/\[\[\.\.\.\w+\]\]/, "")
    .replace("[...nextauth]", "session")
    .replaceAll(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? "x");
}
