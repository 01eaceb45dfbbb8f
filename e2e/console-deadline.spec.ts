import { expectAccessible } from "./accessibility";
import { openStep, takeWithWords } from "./handling";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";

test("an extension needs its reason, is told to the person with the new date, and comes once", async ({
  staff,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "aimarkos", email });
  const page = await staff("handler");
  await openStep(page, filed.reference, "Extend the deadline");
  await expectAccessible(page);
  await expect(page.getByRole("main")).toContainText("Last day to tell the person");
  const newDate = ((await page.getByRole("definition").nth(3).textContent()) ?? "").trim();
  expect(newDate).toMatch(/\d{4}$/);

  await page.getByRole("button", { name: "Extend and tell the person" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Give the reason, for this case.",
  );
  await expectAccessible(page);

  const reason = "Your three accounts lie in systems of two processors.";
  await page.getByRole("radio", { name: "What is asked for is complex" }).check();
  await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await page.getByRole("button", { name: "Extend and tell the person" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done: extend the deadline" })).toBeVisible();
  const letter = await letterTo(email, /more time|longer|later|date/i);
  expect(letter.text).not.toContain(reason);
  expect(letter.text).toMatch(/what you asked for\s+is complex/);
  const { text } = await visitor.get(filed.page);
  expect(text).toContain(reason);
  expect(text).toContain(newDate.replace(/^\w+ /, "").slice(0, 6).trim());

  await page.goto(`/console/requests/${filed.reference}/steps/extend`);
  await expect(page.getByRole("main")).toContainText("The law allows no second extension.");
});

test("where the law knows no extension none can be taken, and the page says so", async ({ staff, signedIn, email }) => {
  const filed = await fileConfirmed(rawVisitor(), {
    organisation: "aimarkos",
    email,
    country: "US",
    region: "CA",
    right: "opt_out_sale_sharing",
  });
  const page = await staff("dpo");
  await page.goto(`/console/requests/${filed.reference}/steps/extend`);
  await expect(page.getByRole("main")).toContainText("No law that applies to this request allows an extension.");
  const direct = await takeNow(rawStaff(await signedIn("dpo")), filed.reference, "extend", {
    ground: "complexity",
    words: "More time",
  });
  expect(direct.location).toContain("again=1");
});

test("A18: proof is never asked for an opt-out, not by button and not by posting past it", async ({
  staff,
  signedIn,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "aiworksforus", email, right: "opt_out_ai_training" });
  const page = await staff("handler");
  await page.goto(`/console/requests/${filed.reference}`);
  const side = page.getByRole("complementary", { name: "Steps" });
  await expect(side.getByRole("link", { name: "Ask for proof" })).toHaveCount(0);
  await side.getByText(/Closed steps/).click();
  await expect(side).toContainText("These rights need no proof: nothing is handed out.");
  await expectAccessible(page);
  const form = { kind: "document_checked", words: "Send your passport." };
  const direct = await takeNow(rawStaff(await signedIn("handler")), filed.reference, "ask_proof", form);
  expect(direct.location).toContain("again=1");
  expect((await visitor.get(filed.page)).text).not.toContain("Send your passport.");
});

test("asking for clarification waits for the person, and their answer brings the request back", async ({
  staff,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "aimarkos", email });
  const page = await staff("handler");
  await takeWithWords(page, {
    reference: filed.reference,
    name: "Ask for clarification",
    label: "What we need to know",
    words: "Which account do you mean?",
    button: "Send and wait",
  });
  await expect(page.getByRole("complementary", { name: "Steps" })).toContainText("Waiting for: person");
  const { location } = await visitor.post(`${filed.page}/write/send`, { words: "The one with my work address." });
  expect(location).toContain("said=written");
  await page.reload();
  await expect(page.getByRole("complementary", { name: "Steps" })).toContainText("Waiting for: us");
  await expect(page.getByRole("main")).toContainText("The one with my work address.");
});
