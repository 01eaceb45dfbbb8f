import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { askFor, confirmByLink, openByLetter, openRequest, part, send, title, typeBesideLink } from "./person";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    // axe is a script itself.
    const accessible = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

    test("the address of a request is changed: the new one confirms it, the old one is told before and after, proof begins anew", async ({
      page,
      email,
      otherBrowser,
    }) => {
      const next = `next-${email}`;
      await askFor(page, {
        organisation: "aiworksforus",
        country: "France",
        rights: ["Get a copy of your data"],
        name: "Zoé Perrin",
        email,
      });
      const sent = await send(page);
      await confirmByLink(page, email);
      await page.getByRole("link", { name: "Send letters to another address" }).click();
      await expect(title(page)).toHaveText("Where should our letters go?");
      await accessible(page);

      // What is no address stays, with a sentence that says how to put it right.
      const box = page.getByRole("textbox", { name: "The new e-mail address" });
      await box.fill("lea at example");
      await page.getByRole("button", { name: "Write to the new address" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(box).toHaveValue("lea at example");
      await accessible(page);
      await box.fill(next);
      await page.getByRole("button", { name: "Write to the new address" }).click();
      await expect(page.getByRole("status").filter({ hasText: "We wrote to the new address" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("A new address waits to be confirmed");
      await accessible(page);

      // The address of before is told at once, and nothing that was typed reaches anybody else.
      const warning = await letterTo(email, /your address is about to change/);
      expect(`${warning.text}${warning.html}`).not.toContain(next);
      const letter = await letterTo(next, /please confirm your new address/);
      expect(`${letter.text}${letter.html}`).not.toMatch(/Léa|Martin/);

      const other = await otherBrowser({ javaScriptEnabled });
      await other.goto(letter.link ?? "");
      await expect(title(other)).toHaveText("Should letters come to this address?");
      await accessible(other);
      await other.getByRole("button", { name: "Yes, use this address" }).click();
      await expect(other.getByRole("alert", { name: "There is a problem" })).toContainText(
        "Type the code from our letter",
      );
      await typeBesideLink(other, letter);
      await other.getByRole("button", { name: "Yes, use this address" }).click();
      await expect(other.getByRole("status").filter({ hasText: "The new address is confirmed" })).toBeVisible();
      await expect(part(other, "What happened")).toContainText("The address was changed; proof begins anew");
      const told = await letterTo(email, /your address was changed/);
      expect(told.link).toBeNull();

      // The browser of before has to come anew, by the new address alone; the link is worth nothing more.
      await page.goto(sent.page);
      await expect(title(page)).not.toHaveText(`Your request ${sent.reference}`);
      await other.goto(letter.link ?? "");
      await other.getByRole("button", { name: "Yes, use this address" }).click();
      await expect(title(other)).toHaveText("This link does not work any more");
      await accessible(other);
    });

    test("whoever did not ask for the change stops it, with one press from the letter of warning", async ({
      page,
      email,
      otherBrowser,
    }) => {
      await askFor(page, {
        organisation: "ares",
        country: "Ireland",
        rights: ["Get a copy of your data"],
        name: "Orla Quinn",
        email,
      });
      const sent = await send(page);
      await confirmByLink(page, email);
      await page.goto(`${sent.page}/address`);
      await page.getByRole("textbox", { name: "The new e-mail address" }).fill(`thief-${email}`);
      await page.getByRole("button", { name: "Write to the new address" }).click();

      const owner = await otherBrowser({ javaScriptEnabled });
      await openByLetter(owner, await letterTo(email, /your address is about to change/));
      await owner.getByRole("button", { name: "Stop this change" }).click();
      await expect(owner.getByRole("status").filter({ hasText: "The change is stopped" })).toBeVisible();
      await expect(owner.getByRole("main")).not.toContainText("A new address waits to be confirmed");
      await openRequest(owner, sent);

      // The other browser is out, and the link in the new mailbox opens nothing.
      await page.goto(sent.page);
      await expect(title(page)).not.toHaveText(`Your request ${sent.reference}`);
      const letter = await letterTo(`thief-${email}`, /please confirm your new address/);
      await page.goto(letter.link ?? "");
      await page.getByRole("button", { name: "Yes, use this address" }).click();
      await expect(title(page)).toHaveText("This link does not work any more");
    });
  });
}
