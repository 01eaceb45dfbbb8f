import { staffSteps } from "@/components/console/step-words";
import { hire } from "./hiring";
import { expect, test } from "./journey";
import { fileConfirmed, unknownReference } from "./raw-filing";
import { rawStaff, recordOf } from "./raw-staff";
import { type Reply, rawVisitor } from "./raw-visitor";

/** Well formed, and of no request. */
const missing = unknownReference();

test("R7 ATK-T1: staff of one organisation get the same answer for another's request as for none at all", async ({
  staff,
  otherBrowser,
  email,
}) => {
  const name = "Selma Canarybird";
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email, name });
  const written = new FormData();
  written.set("words", "A word that only Ares may read: canarybird");
  written.set("files", new File(["canarybird in a file"], "canarybird.txt"));
  expect((await visitor.post(`${filed.page}/write/send`, written)).location).toContain("said=written");

  const member = await otherBrowser();
  await hire(await staff("administrator"), member, {
    organisation: "AImarkOS",
    roles: ["handler", "approver", "DPO", "auditor", "administrator"],
  });
  const stranger = rawStaff(await member.context().storageState());
  const reader = rawStaff(await (await staff("handler")).context().storageState());
  const own = await reader.get(`/console/requests/${filed.reference}`);
  expect(own.text).toContain(name);
  const file = /\/files\/([0-9a-f-]{36})/.exec(own.text)?.[1] ?? "";
  expect(file).not.toBe("");
  const before = await recordOf(reader, filed.reference);

  const pages = ["", "/audit", `/files/${file}`, ...staffSteps.map((step) => `/steps/${step}`)];
  for (const page of pages) {
    const [theirs, nobodys] = await Promise.all(
      [filed.reference, missing].map((reference) => stranger.open(`/console/requests/${reference}${page}`)),
    );
    expect(theirs?.status, page).toBe(404);
    expect(words(theirs, filed.reference), page).toEqual(words(nobodys, missing));
    expect(theirs?.text.toLowerCase()).not.toContain("canarybird");
  }
  const form = { seenVersion: "2", words: "x", to: "", kind: "declaration", "outcome-access": "granted" };
  for (const step of [...staffSteps, "inspect", "collect", "confirm", "withdraw", "escalate"]) {
    const [theirs, nobodys] = await Promise.all(
      [filed.reference, missing].map((reference) =>
        stranger.post(`/console/requests/${reference}/steps/${step}/take`, form),
      ),
    );
    expect([step, theirs?.status]).toEqual([step, 404]);
    expect(words(theirs, filed.reference), step).toEqual(words(nobodys, missing));
  }
  for (const text of [filed.reference, email, name]) {
    const { location } = await stranger.post("/console/search", { text });
    expect(location).toMatch(/^\/console\?(reference|email|name)=/);
    expect((await stranger.get(location)).text).not.toContain(`/console/requests/${filed.reference}`);
  }
  for (const list of [
    "/console?view=open",
    "/console?view=unassigned",
    "/console/audit",
    `/console/audit?reference=${filed.reference}`,
    "/console/outbox",
    "/console/reports/overdue",
    "/console/reports/overdue/csv",
    "/console/team",
  ]) {
    const { text } = await stranger.get(list);
    expect(text.includes(`requests/${filed.reference}`) || text.toLowerCase().includes("canarybird"), list).toBe(false);
  }
  expect(await recordOf(reader, filed.reference)).toEqual(before);
});

test("R7 ATK-T1: an administrator reaches no member, invitation or desk of another organisation", async ({
  staff,
  otherBrowser,
}) => {
  const administrator = await staff("administrator");
  const theirs = await otherBrowser();
  const who = await hire(administrator, theirs, { organisation: "Ares", roles: ["handler"] });
  await administrator.goto("/console/team");
  const link = administrator.getByRole("row").filter({ hasText: who.email }).getByRole("link");
  const member = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  const desks = await administrator
    .getByRole("combobox", { name: "Organisation" })
    .locator("option")
    .evaluateAll((options) =>
      options.map((option) => [option.textContent, (option as HTMLOptionElement).value] as const),
    );
  const ares = desks.find(([name]) => name === "Ares")?.[1] ?? "";

  const other = await otherBrowser();
  await hire(administrator, other, { organisation: "AImarkOS", roles: ["administrator"] });
  const stranger = rawStaff(await other.context().storageState());
  expect((await stranger.open(`/console/team/${member}`)).status).toBe(404);
  for (const step of ["roles", "end-sessions", "reset-factor", "recover", "disable"]) {
    const { location } = await stranger.post(`/console/team/${member}/${step}`, { roles: "administrator" });
    expect((await stranger.open(location.split("#")[0] ?? "/console/team")).text, step).not.toContain(who.email);
  }
  await stranger.post("/console/switch", { organisation: ares });
  expect((await stranger.get("/console")).text).not.toContain(">Ares<");
  const { text } = await stranger.get("/console/team");
  expect(text).not.toContain(who.email);
  expect((await rawStaff(await theirs.context().storageState()).get("/console")).status).toBe(200);
});

/** What a reader sees of a page, without what differs from one answer to the next. */
function words(reply: Reply | undefined, reference: string): string {
  return (reply?.text ?? "")
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(reference, "…");
}
