import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, recordOf, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

test("the record of a request is shown whole, and every link of it is checked on the spot", async ({
  staff,
  signedIn,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  await takeNow(rawStaff(await signedIn("handler")), filed.reference, "begin");
  const page = await staff("auditor");
  await page.goto(`/console/requests/${filed.reference}/audit`);
  const held = await page.getByText(/^The record holds: \d+ entries, every link checked just now$/).textContent();
  await expect(page.getByRole("row")).toHaveCount(Number(/\d+/.exec(held ?? "")?.[0]) + 1);
  const hashes = await recordOf(rawStaff(await signedIn("auditor")), filed.reference);
  // The person's own receipt carries one of these hashes: theirs and ours are one record.
  const { text } = await visitor.get(`${filed.page}/receipt.json`);
  expect(hashes).toContain((JSON.parse(text) as { statement: { head: string } }).statement.head);
  await expectAccessible(page);

  await openDesk(page, "Ares");
  await page.goto(`/console/audit?reference=${filed.reference}`);
  await expect(page.getByRole("link", { name: filed.reference })).not.toHaveCount(0);
  await expectAccessible(page);
  await page.goto(`/console/requests/${filed.reference}`);
  await expectAccessible(page);
});

test("W19: signing in, switching the team and being refused stand in the organisation's record", async ({ staff }) => {
  const page = await staff("auditor");
  await page.goto("/console/audit?type=StaffSignedIn");
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: /signed in/i })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText("organisation");
});

test("letters that have not left stand in the outbox, and it says what its emptiness means", async ({ staff }) => {
  const page = await staff("handler");
  for (const status of ["", "?status=failed", "?status=held", "?status=queued"]) {
    await page.goto(`/console/outbox${status}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Outbox");
    await expectAccessible(page);
  }
  // A mail server is set, so nothing is held back here.
  await expect(page.getByText("Without SMTP settings letters wait here")).toHaveCount(0);
  const held = page.getByRole("navigation", { name: "Letters by status" }).getByRole("link", { name: /^Held/ });
  await expect(held).toHaveText("Held0");
});

test("every page of the console passes axe in light and in dark", async ({ staff, signedIn, email }) => {
  test.setTimeout(240_000);
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
  const handler = rawStaff(await signedIn("handler"));
  await takeNow(handler, filed.reference, "begin");
  const request = `/console/requests/${filed.reference}`;
  const steps = ["assign", "note", "message", "ask_proof", "accept_proof", "reject_proof", "ask_clarification"];
  const pages = {
    handler: [
      "/console",
      "/console?view=done",
      "/console?name=0000000000000000000000000000000000000000000000000000000000000000",
      "/console/new",
      "/console/outbox",
      "/console/audit",
      "/console/reports/overdue",
      "/console/account",
      "/console/account/password",
      "/console/account/second-factor",
      "/console/does-not-exist",
      "/console/requests/H4K2-9QTM-7",
      request,
      `${request}/audit`,
      ...[...steps, "extend", "prepare"].map((step) => `${request}/steps/${step}`),
    ],
    administrator: ["/console/team"],
  } as const;
  for (const [role, addresses] of Object.entries(pages)) {
    const page = await staff(role as keyof typeof pages);
    await openDesk(page, "Ares");
    for (const address of addresses) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
      }
    }
  }
});
