import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { lettersTo } from "./mailbox";
import { title } from "./person";
import { openDesk } from "./staff";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test(`a backlog from another tool comes along on its true days, after a look, and nobody is written to, ${how}`, async ({
    otherBrowser,
    signedIn,
    email,
  }) => {
    const handler = await otherBrowser({ storageState: await signedIn("handler"), javaScriptEnabled });
    const check = async () => {
      if (javaScriptEnabled) await expectAccessible(handler);
    };
    await openDesk(handler, "AImarkOS");
    await handler.getByRole("link", { name: "Bring a backlog along" }).click();
    await expect(title(handler)).toHaveText("Bring a backlog along");
    await handler.getByRole("button", { name: "Look at it" }).click();
    await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText("Choose a CSV file.");
    await check();

    const name = `Bertille Oldfile ${javaScriptEnabled ? "One" : "Two"}`;
    const file = [
      "Ticket;Art;Betroffene Person;E-Mail;Land;Eingegangen am;Stand",
      `T-1;Auskunft;${name};${email};Deutschland;2.11.2026;offen`,
      `T-2;refund;${name};${email};Deutschland;2.11.2026;offen`,
      `T-3;Löschung;${name};${email};Deutschland;1.2.2026;erledigt`,
    ].join("\r\n");
    await handler
      .getByLabel("CSV file")
      .setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(file, "latin1") });
    await handler.getByRole("button", { name: "Look at it" }).click();
    await expect(title(handler)).toHaveText("A file of 3 rows");
    await check();
    await expect(handler.getByLabel("Day received")).toHaveValue("5");
    await handler.getByLabel("Country", { exact: true }).selectOption("");
    await handler.getByRole("button", { name: "See what would happen" }).click();
    await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText(
      "Choose the column with: country.",
    );
    await handler.getByLabel("Country", { exact: true }).selectOption({ index: 5 });
    await handler.getByRole("button", { name: "See what would happen" }).click();

    await expect(handler.getByRole("heading", { name: "What would happen" })).toBeVisible();
    await check();
    await expect(handler.getByRole("main")).toContainText("That is nothing one can ask for here: “refund”.");
    const link = handler.getByRole("link", { name: "These rows as CSV" });
    const left = await handler.request.get((await link.getAttribute("href")) ?? "");
    expect(await left.text()).toContain("T-2,refund");
    await handler.getByRole("button", { name: "File 1 request" }).click();
    await expect(async () => {
      await handler.reload();
      await expect(handler.getByRole("main")).toContainText("1 became requests", { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await check();
    await handler.getByRole("button", { name: "Destroy the file now" }).click();
    await expect(title(handler)).toHaveText("A file of 3 rows");

    await handler.getByRole("searchbox", { name: /^Search/ }).fill(email);
    await handler.getByRole("button", { name: "Search", exact: true }).click();
    await expect(handler.getByRole("main")).toContainText("Access");
    await expect(handler.getByRole("main")).toContainText("2 Dec 2026");
    expect(await lettersTo(email)).toEqual([]);
  });
}
