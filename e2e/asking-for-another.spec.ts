import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  acceptProof,
  answerRequest,
  beginWork,
  openInConsole,
  openStep,
  prepareAnswer,
  releaseAnswer,
} from "./handling";
import { expect, test } from "./journey";
import { type Letter, letterTo } from "./mailbox";
import {
  askFor,
  confirmByLink,
  expectOutcome,
  fileRequest,
  openByLetter,
  openRequest,
  part,
  readAnswer,
  type Sent,
  send,
  title,
} from "./person";

const agent = { who: "Somebody who asked me to act for them", askerName: "Ada Agent", name: "Robin Muster" } as const;
const copy = ["Get a copy of your data"];
const granted = { outcomes: [{ right: "access", outcome: "Granted" }] } as const;
const aMailbox = () => `robin-${randomBytes(5).toString("hex")}@example.org`;

/** The agent's page leads to the letter; its words are the same for every address. */
async function haveThemAsked(page: Page, sent: Sent, theirEmail: string): Promise<Letter> {
  await openRequest(page, sent);
  await part(page, `Acting for ${agent.name}`).getByRole("link", { name: "Let the person tell us" }).click();
  await expect(title(page)).toHaveText("Let the person tell us");
  const address = page.getByLabel("Their own e-mail address");
  await expect(address).toHaveValue(theirEmail);
  await page.getByRole("button", { name: "Write to them" }).click();
  await expect(page.getByRole("status")).toContainText("If there is a mailbox at that address");
  const letter = await letterTo(theirEmail, /does somebody ask for your data/);
  expect(letter.link).toContain("/a/");
  for (const name of [agent.askerName, agent.name]) expect(letter.text).not.toContain(name);
  return letter;
}

/** The person reads who asks, and presses one of the two. */
async function answerThem(person: Page, letter: Letter, said: "Yes, they may" | "No, I did not ask for this") {
  await person.goto(letter.link ?? "");
  await expect(title(person)).toHaveText("Does Ada Agent ask for you?");
  const main = person.getByRole("main");
  for (const words of [agent.askerName, agent.name, ...copy]) await expect(main).toContainText(words);
  await person.reload();
  await person.getByRole("textbox", { name: "Code from the letter" }).fill(letter.code ?? "");
  await person.getByRole("button", { name: said }).click();
  await expect(title(person)).toHaveText("Thank you");
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without any script", () => {
    test.use({ javaScriptEnabled });

    test("ATK-I4 · a Californian's agent needs the signed permission and the person's own yes, both", async ({
      page,
      otherBrowser,
      staff,
      email,
    }) => {
      const theirEmail = aMailbox();
      await askFor(page, {
        organisation: "aimarkos",
        country: "United States",
        region: "California",
        rights: copy,
        ...agent,
        email,
        theirEmail,
      });
      await expect(page.getByRole("main")).toContainText("We need two things together");
      await expect(page.getByRole("main")).toContainText("11 CCR §7063");
      const sent = await send(page);
      await confirmByLink(page, email);
      const letter = await haveThemAsked(page, sent, theirEmail);
      await answerThem(await otherBrowser({ javaScriptEnabled }), letter, "Yes, they may");
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText("said yes");
      await expect(handler.getByRole("main")).toContainText(theirEmail);
      await acceptProof(handler, sent.reference, "The person confirmed directly that the agent may act");
      await openStep(handler, sent.reference, "Prepare the answer");
      await handler
        .getByRole("group", { name: "Outcome: Access" })
        .getByRole("radio", { name: "Granted", exact: true })
        .check();
      await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
      await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText(
        "does not yet hold the proof",
      );
      await acceptProof(handler, sent.reference, "Signed permission of the person seen");
      await prepareAnswer(handler, sent.reference, granted);
      await releaseAnswer(await staff("approver"), sent.reference);
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "copy of your data", "Done");
    });

    test("ATK-I4 · in the EU the person's own yes is enough, and their link answers once", async ({
      page,
      otherBrowser,
      staff,
      email,
    }) => {
      const theirEmail = aMailbox();
      await askFor(page, { organisation: "aimarkos", country: "Germany", rights: copy, ...agent, email, theirEmail });
      await expect(page.getByRole("main")).toContainText("We never ask for one");
      await expect(page.getByRole("main")).not.toContainText("Nobody may demand");
      const sent = await send(page);
      await confirmByLink(page, email);
      const letter = await haveThemAsked(page, sent, theirEmail);
      const person = await otherBrowser({ javaScriptEnabled });
      await answerThem(person, letter, "Yes, they may");
      await person.goto(letter.link ?? "");
      await expect(title(person)).toHaveText("This link was used, or it is too old");
      await openRequest(page, sent);
      await expect(part(page, `Acting for ${agent.name}`)).toContainText("The person told us on");
      const proof = "The person confirmed directly that the agent may act";
      await answerRequest(staff, sent.reference, { ...granted, proof });
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "copy of your data", "Done");
    });

    test("ATK-I4 · a power of attorney ends every further question, and nobody may demand one", async ({
      page,
      staff,
      email,
    }) => {
      await askFor(page, {
        organisation: "aimarkos",
        country: "United States",
        region: "California",
        rights: copy,
        ...agent,
        email,
      });
      await expect(page.getByRole("main")).toContainText("notarised or before two witnesses");
      await expect(page.getByRole("main")).toContainText("Nobody may demand one from you");
      const sent = await send(page);
      await confirmByLink(page, email);
      await answerRequest(staff, sent.reference, { ...granted, proof: "Power of attorney checked" });
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "copy of your data", "Done");
    });

    test("ATK-I4 · an agent whom the person disowns gets nothing, whatever papers were accepted before", async ({
      page,
      otherBrowser,
      staff,
      email,
    }) => {
      const theirEmail = aMailbox();
      const sent = await fileRequest(page, {
        organisation: "aimarkos",
        country: "France",
        rights: copy,
        ...agent,
        email,
        theirEmail,
      });
      const letter = await haveThemAsked(page, sent, theirEmail);
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await acceptProof(handler, sent.reference, "Power of attorney checked");
      await answerThem(await otherBrowser({ javaScriptEnabled }), letter, "No, I did not ask for this");
      await openRequest(page, sent);
      await expect(part(page, `Acting for ${agent.name}`)).toContainText(
        "The person told us that they did not ask for this",
      );
      await expect(page.getByRole("link", { name: "Show that it is you" })).toHaveCount(0);
      await openInConsole(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText("said no");
      const refusal = {
        right: "access",
        outcome: "Refused",
        ground: /could not confirm that the asker is the person, or may act for them/,
        why: "The person told us that they did not ask for it.",
      } as const;
      await prepareAnswer(handler, sent.reference, { outcomes: [refusal] });
      await releaseAnswer(await staff("approver"), sent.reference);
      await letterTo(email, /our decision/);
      await openRequest(page, sent);
      await expectOutcome(page, "copy of your data", "Not done");
    });

    test("an agent who opts somebody out is asked to prove nothing", async ({ page, staff, email }) => {
      const rights = ["Stop the sale or sharing of your data"];
      const place = { country: "United States", region: "Texas" } as const;
      await askFor(page, { organisation: "aiworksforus", ...place, rights, ...agent, email });
      await expect(page.getByRole("main")).toContainText("neither you nor the person has to prove anything");
      const sent = await send(page);
      await openByLetter(page, await letterTo(email, /we have your request/));
      await expect(part(page, `Acting for ${agent.name}`)).toHaveCount(0);
      const outcomes = [{ right: "opt out of sale", outcome: "Granted" }] as const;
      await answerRequest(staff, sent.reference, { outcomes, proof: null });
      await readAnswer(page, sent, email);
    });
  });
}
