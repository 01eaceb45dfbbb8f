import { answerRequest } from "./handling";
import { expect, test } from "./journey";
import { askFor, confirmByLink, expectOutcome, part, readAnswer, send } from "./person";

const rights = ["Get a copy of your data", "Delete your data", "Stop the sale or sharing of your data"] as const;
const california = {
  country: "United States",
  region: "California",
  rights,
  choices: ["Everything you hold about me"],
} as const;
const answers = [
  { right: "access", outcome: "Granted" },
  {
    right: "erasure",
    outcome: "Granted in part",
    ground: /Law makes us keep it \(Cal\. Civ\. Code §1798\.105\(d\)\(8\)\)/,
    why: "Bills stay for the tax law.",
  },
  { right: "opt out of sale", outcome: "Granted" },
] as const;

// A copy of everything needs more there than that a mailbox is known (11 CCR §7062), and its answer two signs to open.
const signedIn = "Signed in to the organisation's own account";

test("A11 · a Californian can know, delete and opt out of sale; nothing is sold, and the answer says so", async ({
  page,
  staff,
  email,
}) => {
  await askFor(page, { organisation: "aimarkos", ...california, name: "Maya Torres", email });
  const main = page.getByRole("main");
  await expect(main).toContainText("California");
  await expect(main).toContainText("California CCPA");
  const sent = await send(page);
  await confirmByLink(page, email);
  await answerRequest(staff, sent.reference, { outcomes: answers, proof: signedIn });
  await readAnswer(page, sent, email, await staff("handler"));
  for (const right of [rights[0], rights[2]]) await expectOutcome(page, right, "Done");
  await expectOutcome(page, rights[1], "Done in part");
  await expect(part(page, "Our answer")).toContainText("We do not sell personal data");
});

test("W9 · a Californian learns what is collected, sold and disclosed, opts out, and is treated no worse for it", async ({
  page,
  staff,
  email,
}) => {
  await page.goto("/aiworksforus");
  await expect(part(page, "Sale and sharing")).toContainText("which data about you we collected, sold or disclosed");
  await expect(part(page, "Sale and sharing")).toContainText("same service, same quality, same price");
  await askFor(page, { organisation: "aiworksforus", ...california, name: "Theo King", email });
  const sent = await send(page);
  await confirmByLink(page, email);
  await answerRequest(staff, sent.reference, {
    outcomes: answers,
    proof: signedIn,
    add: "Collected in the last 12 months: account, calls. Sold: none. Disclosed: none.",
  });
  await readAnswer(page, sent, email, await staff("handler"));
  const answer = part(page, "Our answer");
  await expect(answer).toContainText("Sold: none. Disclosed: none.");
  await expect(answer).toContainText("We never treat you differently for using these rights");
  await expect(part(page, "If you are unhappy")).toContainText("California Privacy Protection Agency");
});
