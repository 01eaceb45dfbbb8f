import { expectAccessible } from "./accessibility";
import { answerRequest, openInConsole, openStep } from "./handling";
import { expect, type People, test } from "./journey";
import { letterTo } from "./mailbox";
import { askFor, confirmByLink, dayShape, openRequest, part, type Sent, send, title } from "./person";
import { openDesk } from "./staff";

const refusal = {
  outcomes: [{ right: "access", outcome: "Refused", ground: /We hold no data/, why: "We could not find an account." }],
  proof: null,
} as const;

async function refused({ page, staff, email }: People, name: string): Promise<Sent> {
  const virginia = { country: "United States", region: "Virginia", rights: ["Get a copy of your data"] } as const;
  await askFor(page, {
    organisation: "aiworksforus",
    ...virginia,
    choices: ["Everything you hold about me"],
    name,
    email,
  });
  const sent = await send(page);
  await confirmByLink(page, email);
  await openDesk(await staff("handler"), "aiworksforus");
  await openDesk(await staff("approver"), "aiworksforus");
  await answerRequest(staff, sent.reference, refusal);
  return sent;
}

/** The question, its check and the button; what was typed is there again after a mistake. */
async function ask({ page }: Pick<People, "page">, contest: { link: string; send: string; words: string }) {
  await part(page, "If you are unhappy").getByRole("link", { name: contest.link }).click();
  await expect(title(page)).toHaveText(contest.link);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("link", { name: "Write a few words here" })).toBeVisible();
  await page.getByRole("textbox").fill(contest.words);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(title(page)).toHaveText("Check before you send");
  await expect(page.getByRole("main")).toContainText(contest.words);
  await page.getByRole("button", { name: contest.send }).click();
  await expect(page.getByRole("status").filter({ hasText: "It is with us" })).toBeVisible();
}

const appeal = {
  link: "Appeal our decision",
  send: "Send the appeal",
  words: "I opened it in 2024 under this address.",
};

test("Va. Code §59.1-577(C): a Virginian appeals a refusal, and somebody who neither prepared nor released it decides", async ({
  page,
  staff,
  email,
}) => {
  const sent = await refused({ page, staff, email }, "Orla Appleby");
  await openRequest(page, sent);
  await ask({ page }, appeal);
  const standing = part(page, "Asked again");
  await expect(standing).toContainText(dayShape);
  await expect(standing).toContainText("You have our decision by");
  await expectAccessible(page);
  await letterTo(email, /we have your appeal/);
  const approver = await staff("approver");
  await openInConsole(approver, sent.reference);
  const closed = approver.getByRole("complementary", { name: "Steps" });
  await expect(closed).toContainText("You prepared or released the answer.");
  const dpo = await staff("dpo");
  await openStep(dpo, sent.reference, "Decide the appeal or complaint");
  await expect(dpo.getByRole("main")).toContainText(appeal.words);
  await expectAccessible(dpo);
  await dpo.getByRole("textbox", { name: "Reasons" }).fill("The account was closed in 2022.");
  await dpo.getByRole("button", { name: "Decide and tell the person" }).click();
  await expect(dpo.getByRole("status").filter({ hasText: "Done: decide" })).toBeVisible();
  const letter = await letterTo(email, /our decision on your appeal/);
  expect(letter.text).toContain("Attorney General");
  await openRequest(page, sent);
  await expect(standing).toContainText("what we did stands");
  await expect(part(page, "Messages")).toContainText("The account was closed in 2022.");
  await expect(page.getByRole("link", { name: appeal.link })).toHaveCount(0);
});

test("a Virginian who was right is answered anew, by the day on which the appeal was due", async ({
  page,
  staff,
  email,
}) => {
  const sent = await refused({ page, staff, email }, "Orla Applegate");
  await openRequest(page, sent);
  await ask({ page }, appeal);
  const dpo = await staff("dpo");
  await openStep(dpo, sent.reference, "Reverse the answer");
  await dpo.getByRole("textbox", { name: "Reasons" }).fill("You are right: it is another account.");
  await dpo.getByRole("button", { name: "Reverse and tell the person" }).click();
  await expect(dpo.getByRole("status").filter({ hasText: "Done: reverse" })).toBeVisible();
  await letterTo(email, /our decision on your appeal/);
  await openRequest(page, sent);
  await expect(part(page, "Asked again")).toContainText("We make our answer anew");
  await expect(page.getByRole("heading", { name: "Our answer", exact: true })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    test(`DPA 2018 s.164A: somebody in Britain complains ${javaScriptEnabled ? "" : "without any script "}and hears that it arrived`, async ({
      page,
      email,
    }) => {
      const britain = { country: "United Kingdom", rights: ["Get a copy of your data"] } as const;
      const choices = ["Everything you hold about me"];
      await askFor(page, { organisation: "aiworksforus", ...britain, choices, name: "Isla Complainer", email });
      const sent = await send(page);
      await confirmByLink(page, email);
      await openRequest(page, sent);
      const link = "Complain about how we handled your data";
      await ask({ page }, { link, send: "Send the complaint", words: "Nobody answered my telephone calls." });
      await expect(part(page, "Asked again")).toContainText("The law names no number of days");
      await letterTo(email, /we have your complaint/);
      await openRequest(page, sent);
      await expect(part(page, "Asked again")).toContainText("that it arrived");
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });
}
