import type { Page } from "@playwright/test";
import { acceptProof, beginWork, openInConsole, openStep, prepareAnswer, releaseAnswer } from "../handling";
import { expect, test } from "../journey";
import { rawStaff, takeNow } from "../raw-staff";
import { openDesk } from "../staff";
import { fillQueue } from "./arrivals";
import { draw, drawOnPaper } from "./draw";

async function drawAt(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await draw(page, name);
}

test("the desk", async ({ staff, email }) => {
  const filed = await fillQueue(email);
  const handler = await staff("handler");
  await openDesk(handler, "AImarkOS");
  const raw = rawStaff(await handler.context().storageState());
  const words = { words: "Which account do you mean?" };
  for (const [place, steps] of [
    [],
    ["begin"],
    ["begin", "ask_clarification"],
    ["begin"],
    ["begin", "assign"],
  ].entries()) {
    for (const step of steps)
      await takeNow(raw, filed[place]?.reference ?? "", step, step === "assign" ? { to: "" } : words);
  }
  await drawAt(handler, "/console", "console-queue");
  await drawAt(handler, "/console?view=overdue", "console-queue-empty");
  await drawAt(handler, "/console?right=access&place=DE&within=7", "console-queue-filtered");
  await handler.goto("/console");
  await handler.getByRole("searchbox").fill("Robin Roe");
  await handler.getByRole("searchbox").press("Enter");
  await draw(handler, "console-search");
  await drawAt(handler, "/console/new", "console-new");
  await handler.getByRole("button", { name: "Enter request" }).click();
  await expect(handler).toHaveURL(/again=1/);
  await draw(handler, "console-new-mistake");
  await expect(async () => {
    await handler.goto("/console/outbox");
    await expect(handler.getByRole("main")).toContainText("550");
  }).toPass({ timeout: 60_000 });
  await draw(handler, "console-outbox");
  await drawAt(handler, "/console/requests/0000-0000-0", "console-not-found");
  await drawAt(handler, "/console/account", "console-account");
  await drawAt(handler, "/console/account/password", "console-password");
  await drawAt(handler, "/console/account/second-factor", "console-second-factor");
});

test("the steps of one request", async ({ staff, email, page }) => {
  const [asked] = await fillQueue(email);
  const reference = asked?.reference ?? "";
  await page.goto("/console/sign-in");
  await draw(page, "console-sign-in");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await draw(page, "console-sign-in-mistake");
  const handler = await staff("handler");
  await openInConsole(handler, reference);
  await draw(handler, "console-request-new");
  await beginWork(handler, reference);
  for (const [step, name] of [
    ["assign", "assign"],
    ["ask_proof", "ask-proof"],
    ["accept_proof", "accept-proof"],
    ["ask_clarification", "ask-clarification"],
    ["extend", "extend"],
    ["message", "message"],
    ["note_duplicate", "note-duplicate"],
    ["prepare", "prepare"],
    ["release", "release-closed"],
  ] as const) {
    const answer = await handler.goto(`/console/requests/${reference}/steps/${step}`);
    if (answer?.status() === 200) await draw(handler, `console-step-${name}`);
  }
  await handler.goto(`/console/requests/${reference}/steps/ask_proof`);
  await handler.getByRole("radio", { name: "Document checked" }).check();
  await handler.getByLabel("What to send and why").fill("Please send a copy of your card, drawn over.");
  await handler.getByRole("button", { name: "Send and wait" }).click();
  await expect(handler).toHaveURL(/again=1/);
  await draw(handler, "console-step-ask-proof-mistake");
  await handler.goto(`/console/requests/${reference}/steps/prepare`);
  await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
  await expect(handler).toHaveURL(/again=1/);
  await draw(handler, "console-step-prepare-mistake");
  await acceptProof(handler, reference);
  const copy = { name: "your-data.csv", mimeType: "text/csv", buffer: Buffer.from("what,value\nname,Robin Roe\n") };
  await prepareAnswer(handler, reference, { outcomes: [{ right: "access", outcome: "Granted" }], files: [copy] });
  await openInConsole(handler, reference);
  await draw(handler, "console-request-prepared");
  const approver = await staff("approver");
  await openStep(approver, reference, "Release the answer");
  await draw(approver, "console-step-release");
  await releaseAnswer(approver, reference);
  await openInConsole(handler, reference);
  await draw(handler, "console-request-answered");
  await drawAt(handler, `/console/requests/${reference}/audit`, "console-request-audit");
});

test("what is overdue, and who works here", async ({ staff, otherBrowser }) => {
  const dpo = await staff("dpo");
  await openDesk(dpo, "AImarkOS");
  await drawAt(dpo, "/console/reports/overdue", "console-overdue");
  await drawOnPaper(dpo, "console-overdue");
  await drawAt(dpo, "/console?view=overdue", "console-queue-overdue");
  await dpo.getByRole("table").getByRole("rowheader").getByRole("link").first().click();
  await draw(dpo, "console-request-overdue");
  await openDesk(dpo, "Ares");
  await drawAt(dpo, "/console/reports/overdue", "console-overdue-empty");
  await drawAt(dpo, "/console/outbox", "console-outbox-empty");
  await openDesk(dpo, "AImarkOS");
  await drawAt(dpo, "/console/audit", "console-audit");

  const administrator = await staff("administrator");
  await openDesk(administrator, "AImarkOS");
  await administrator.goto("/console/team");
  await administrator.getByLabel("E-mail", { exact: true }).fill("kim.example@example.org");
  await administrator.getByRole("checkbox", { name: "handler", exact: true }).check();
  await administrator.getByRole("button", { name: "Make an invitation" }).click();
  const notice = administrator.getByRole("status").filter({ hasText: "Invitation for" });
  const invitation = (await notice.locator("code").textContent()) ?? "";
  await draw(administrator, "console-team");
  await administrator.getByRole("table").getByRole("link", { name: "Demo approver" }).click();
  await draw(administrator, "console-member");
  const member = await otherBrowser();
  await member.goto(invitation);
  await draw(member, "console-join");
});
