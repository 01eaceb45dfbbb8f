import { execFileSync } from "node:child_process";
import { test as base, expect } from "@playwright/test";
import { lettersTo } from "./mailbox";
import { forget, type OwnPortal, startOwnPortal } from "./own-portal";
import { answerQuestions } from "./raw-filing";
import { type RawVisitor, rawVisitor } from "./raw-visitor";

/** The page with the button, as a browser has it: the key in it makes two presses one request. */
type LastPage = { visitor: RawVisitor; email: string; filingKey: string };

const test = base.extend<{ portal: OwnPortal }>({
  portal: async ({ browserName: _ }, use) => {
    const portal = await startOwnPortal();
    await use(portal);
    await portal.stop();
    forget(portal);
  },
});
test.skip(process.platform !== "linux", "processes are found by /proc");
test.setTimeout(400_000);

test("FLT-01 ATK-R1: the server is killed while people send; what was acknowledged is there, once, with its letter", async ({
  portal,
}) => {
  // Ten people who each press twice at once, then the kill in the middle, then each sends again what they have no answer to.
  const people = Array.from({ length: 10 }, (_, place) => ({
    visitor: rawVisitor({ base: portal.base }),
    email: `sender-${place}@example.com`,
  }));
  const lastPages: LastPage[] = [];
  for (const { visitor, email } of people) {
    await answerQuestions(visitor, { organisation: "ares", email });
    const { text } = await visitor.get("/ares/ask/check");
    lastPages.push({ visitor, email, filingKey: /name="filingKey" value="([^"]+)"/.exec(text)?.[1] ?? "" });
  }
  const acknowledged = new Map<string, Set<string>>();
  const sending = lastPages.flatMap((page) => [0, 1].map(() => sendOnce(page, acknowledged)));
  await Promise.race(sending);
  process.kill(portal.webProcess(), "SIGKILL");
  await Promise.all(sending);

  await expect
    .poll(
      async () =>
        (
          await rawVisitor({ base: portal.base })
            .get("/api/health")
            .catch(() => null)
        )?.status,
      { timeout: 60_000 },
    )
    .toBe(200);
  for (const page of lastPages) await sendOnce(page, acknowledged);

  const stored = await portal.rows<{ reference: string; events: number; letters: number }>(`
    select reference,
      (select count(*)::int from event where request_id = request.id and seq = 1) as events,
      (select count(*)::int from letter where request_id = request.id and kind = 'confirm_address') as letters
    from privacy_request request where due_on is not null`);
  const references = stored.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(10);
  for (const { events, letters } of stored) expect({ events, letters }).toEqual({ events: 1, letters: 1 });
  for (const { email } of people) {
    const heard = [...(acknowledged.get(email) ?? [])];
    expect([email, heard.length]).toEqual([email, 1]);
    expect(references).toContain(heard[0]);
    await expect.poll(async () => (await lettersTo(email)).length, { timeout: 60_000 }).toBe(1);
  }
  const verified = execFileSync("npm", ["run", "-s", "audit:verify"], {
    env: { ...process.env, HABEAS_DATA_DIR: portal.dataFolder },
    encoding: "utf8",
  });
  expect(verified).not.toMatch(/broken/i);
  for (const { email, visitor } of people) {
    expect(portal.log()).not.toContain(email);
    for (const secret of visitor.cookies.values()) expect(portal.log()).not.toContain(secret);
  }
});

/** Presses send and reads the reference, as far as the server lives; what it answered counts as acknowledged. */
async function sendOnce(page: LastPage, acknowledged: Map<string, Set<string>>): Promise<void> {
  const { visitor, email, filingKey } = page;
  try {
    const sent = await visitor.post("/ares/ask/send", { filingKey });
    if (sent.location !== "/ares/ask/sent") return;
    const { text } = await visitor.get(sent.location);
    const reference = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/.exec(text)?.[0];
    if (reference) acknowledged.set(email, (acknowledged.get(email) ?? new Set()).add(reference));
  } catch (fault) {
    // Cut off by the kill: no answer, so nothing was promised.
    if (!/ECONNRE|socket hang up|aborted/.test(String(fault))) throw fault;
  }
}
