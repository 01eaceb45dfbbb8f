import { acceptProof, beginWork, openStep, prepareAnswer, releaseAnswer } from "./handling";
import { expect, test } from "./journey";
import { askFor, confirmByLink, expectOutcome, goOn, part, readAnswer, send, title } from "./person";

const mother = { who: "A child or a person in my care", askerName: "Eva Muster", name: "Kim Muster" } as const;
const copy = ["Get a copy of your data"];
const authority = "Authority to act for the person checked";

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without any script", () => {
    test.use({ javaScriptEnabled });

    test("A15 · a parent tells AImarkOS of a child: its data is deleted, and nothing is handed out before authority is checked", async ({
      page,
      staff,
      email,
    }) => {
      await askFor(page, {
        organisation: "aimarkos",
        country: "Germany",
        age: "Under 18",
        rights: copy,
        ...mother,
        email,
      });
      const main = page.getByRole("main");
      for (const words of ["there should be no account of the child", "Delete your data", "A child under 18"])
        await expect(main).toContainText(words);
      const sent = await send(page);
      await confirmByLink(page, email);
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText("promised to delete data of a child on contact");
      await acceptProof(handler, sent.reference, authority);
      const outcomes = [
        { right: "access", outcome: "Granted" },
        { right: "erasure", outcome: "Granted" },
      ] as const;
      await prepareAnswer(handler, sent.reference, { outcomes });
      await releaseAnswer(await staff("approver"), sent.reference);
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "Delete your data", "Done");
    });

    test("A15 · whoever is under 18 can say so, without being asked, and deletion becomes part of their request", async ({
      page,
      staff,
      email,
    }) => {
      await askFor(page, { organisation: "aimarkos", country: "Germany", rights: copy, name: "Kim Muster", email });
      await expect(page.getByRole("main")).not.toContainText("under 18");
      await page.goto("/aimarkos/ask/contact");
      await page.getByText("Are you under 18?").click();
      await page.getByRole("checkbox", { name: "I am under 18" }).check();
      await goOn(page);
      await expect(title(page)).toHaveText("Check your answers");
      const main = page.getByRole("main");
      for (const words of ["You told us that you are under 18", "Delete your data"])
        await expect(main).toContainText(words);
      const sent = await send(page);
      await confirmByLink(page, email);
      await expect(part(page, "What you asked")).toContainText("You are under 18");
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText("under 18, and asks alone");
    });

    test("W18 · for a child under 16 a parent's authority is verified before anything is done", async ({
      page,
      staff,
      email,
    }) => {
      const asking = {
        organisation: "aiworksforus",
        country: "Malta",
        age: "Under 16",
        rights: copy,
        ...mother,
        email,
      } as const;
      await askFor(page, asking);
      await expect(page.getByRole("main")).toContainText("For a child under 16 we first check that you may act");
      const sent = await send(page);
      await confirmByLink(page, email);
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText(
        "Check that they may act for the child before anything is done",
      );
      const answer = { outcomes: [{ right: "access", outcome: "Granted" }] } as const;
      await openStep(handler, sent.reference, "Prepare the answer");
      const outcome = handler.getByRole("group", { name: "Outcome: Access" });
      await outcome.getByRole("radio", { name: "Granted", exact: true }).check();
      await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
      await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText(
        "does not yet hold the proof",
      );
      await acceptProof(handler, sent.reference, authority);
      await prepareAnswer(handler, sent.reference, answer);
      await releaseAnswer(await staff("approver"), sent.reference);
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "copy of your data", "Done");
    });

    test("W18 · somebody of 16 or older asks themselves; a parent may go on with their permission, as agent", async ({
      page,
      email,
    }) => {
      await page.goto("/aiworksforus/ask");
      await page.getByRole("radio", { name: mother.who }).check();
      await goOn(page);
      await page.getByRole("combobox").selectOption("United Kingdom");
      await goOn(page);
      await expect(title(page)).toHaveText("How old are they?");
      await expect(page.getByRole("main")).toContainText("In Scotland a child of 12 or older");
      await goOn(page);
      await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Choose how old they are");
      await page.getByRole("radio", { name: "16 or older" }).check();
      await goOn(page);
      await expect(title(page)).toHaveText("At 16 or older, they ask us themselves");
      await goOn(page);
      await expect(title(page)).toContainText("What lets you act for them?");
      await expect(page.getByRole("main")).toContainText("From our letter they tell us whether you may act for them");
      await goOn(page);
      await page.getByRole("checkbox", { name: copy[0] }).check();
      await goOn(page);
      await page.getByLabel("Full name of the person").fill(mother.name);
      await page.getByLabel("Your own full name").fill(mother.askerName);
      await page.getByRole("textbox", { name: /^E-mail address/ }).fill(email);
      await goOn(page);
      await expect(title(page)).toHaveText("Check your answers");
      await expect(page.getByRole("main")).toContainText("Somebody of 16 or older, asked for with their permission");
      await send(page);
    });
  });
}
