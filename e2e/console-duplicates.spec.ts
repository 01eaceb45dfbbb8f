import { expectAccessible } from "./accessibility";
import { acceptProof, beginWork, openInConsole, openStep } from "./handling";
import { expect, test } from "./journey";
import { lettersTo } from "./mailbox";
import { part } from "./person";
import { confirm, file, fileConfirmed, unknownReference } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

for (const javaScriptEnabled of [true, false]) {
  test(`ATK-F1: a handler notes a duplicate, sees it on both, and it carries no proof along${javaScriptEnabled ? "" : ", without scripts"}`, async ({
    otherBrowser,
    signedIn,
    email,
  }) => {
    const person = rawVisitor();
    const first = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email });
    const second = await file(person, { organisation: "aimarkos", email });
    const toConfirm = async () => (await lettersTo(email)).filter(({ subject }) => /please confirm/.test(subject));
    await expect.poll(async () => (await toConfirm()).length, { timeout: 60_000 }).toBe(2);
    await confirm(person, second);
    const elsewhere = await file(rawVisitor(), { organisation: "ares", email: `elsewhere-${email}` });
    const handler = await otherBrowser({ storageState: await signedIn("handler"), javaScriptEnabled });
    const check = async () => {
      if (javaScriptEnabled) await expectAccessible(handler);
    };
    await beginWork(handler, first.reference);
    await acceptProof(handler, first.reference);
    await beginWork(handler, second.reference);

    // The desk noticed it by itself, and says what that rests on.
    await expect(async () => {
      await openInConsole(handler, second.reference);
      const odd = part(handler, "What is odd");
      await expect(odd).toContainText("The same address asked for the same", { timeout: 1000 });
      await expect(odd.getByRole("link", { name: first.reference })).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await check();

    await openStep(handler, second.reference, "Note a duplicate");
    await expect(handler.getByRole("main")).toContainText("each is owed its own answer, on its own proof");
    const box = handler.getByRole("textbox", { name: "Reference of the other request" });
    await expect(box).toHaveValue(first.reference);
    await check();
    const unknown = unknownReference();
    for (const [typed, said] of [
      ["not a reference", "That is no reference."],
      [unknown, "No request here has that reference."],
      [elsewhere.reference, "No request here has that reference."],
      [second.reference, "That is the reference of this request itself."],
    ] as const) {
      await box.fill(typed);
      await handler.getByRole("button", { name: "Note it on both" }).click();
      await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText(said);
      await expect(box).toHaveValue(typed);
      await expect(box).toHaveAccessibleDescription(new RegExp(said.slice(0, -1)));
    }
    await check();
    await box.fill(first.reference.toLowerCase());
    await handler.getByRole("button", { name: "Note it on both" }).click();
    await expect(handler.getByRole("status").filter({ hasText: "Done: note a duplicate" })).toBeVisible();
    await expect(part(handler, "Timeline")).toContainText(`Noted as a duplicate of ${first.reference}`);
    await expect(part(handler, "Facts")).toContainText(`Noted as a duplicate of ${first.reference}`);
    await check();
    await part(handler, "Facts").getByRole("link", { name: first.reference }).last().click();
    await expect(part(handler, "Facts")).toContainText(
      `${second.reference} was noted as a duplicate of this, in progress`,
    );
    await expect(part(handler, "Proof needed")).toContainText("enough");

    // It is still owed an answer, still unproven, and still cannot be answered.
    await openDesk(handler, "AImarkOS");
    await handler.goto(`/console?view=unproven&reference=${second.reference}`);
    const listed = (reference: string) => handler.getByRole("table").getByRole("link", { name: reference });
    await expect(listed(second.reference)).toBeVisible();
    await handler.goto(`/console?view=unproven&reference=${first.reference}`);
    await expect(handler.getByRole("main")).toContainText("Unproven");
    await expect(listed(first.reference)).toHaveCount(0);
    await openStep(handler, second.reference, "Prepare the answer");
    await handler.getByRole("radio", { name: "Granted", exact: true }).check();
    await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
    await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText(
      "does not yet hold the proof",
    );

    // The remark is the desk's alone.
    const { text } = await person.get(second.page);
    expect(text).toContain(second.reference);
    expect(text).not.toContain(first.reference);
  });
}
