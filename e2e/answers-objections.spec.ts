import { answerRequest, beginWork, openStep, prepareAnswer, releaseAnswer } from "./handling";
import { expect, type People, test } from "./journey";
import { letterTo } from "./mailbox";
import {
  answerFrom,
  askFor,
  expectOutcome,
  fileRequest,
  openByLetter,
  openRequest,
  part,
  readAnswer,
  type Slug,
  send,
} from "./person";

/** Nobody proves anything: the request is worked on as it was sent, and the letter opens its page. */
async function stopMarketingAt({ page, staff, email }: People, organisation: Slug): Promise<void> {
  await page.goto(`/${organisation}`);
  await part(page, "What you can ask").getByRole("link", { name: "Stop marketing" }).click();
  await answerFrom(page, { organisation, country: "Germany", rights: [], name: "Uwe Roth", email });
  await expect(page.getByRole("main")).toContainText("We ask for no proof for this: nothing is handed out.");
  const sent = await send(page);
  await expect(page.getByRole("main")).toContainText("We need no proof for this.");
  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  await handler.goto(`/console/requests/${sent.reference}/steps/ask_proof`);
  await expect(handler.getByRole("button", { name: "Send and wait" })).toHaveCount(0);
  await prepareAnswer(handler, sent.reference, {
    outcomes: [{ right: "stop marketing", outcome: "Granted" }],
    add: "You are off every list.",
  });
  await releaseAnswer(await staff("approver"), sent.reference);
  await openByLetter(page, await letterTo(email, /your answer is ready/));
  await openRequest(page, sent);
  await expectOutcome(page, "Stop marketing", "Done");
  await expect(part(page, "What you asked")).toContainText("No proof needed.");
}

test("A5 A18 · marketing stops on a person's word, by the portal or the preference page, with no proof of identity", async ({
  page,
  staff,
  email,
}) => {
  await page.goto("/aimarkos");
  const marketing = part(page, "Marketing");
  await expect(marketing).toContainText("You need not prove who you are.");
  await expect(marketing.getByRole("link", { name: "Open the preference page" })).toHaveAttribute(
    "href",
    "https://aimarkos.example.com/preferences",
  );
  await expect(marketing.getByRole("link", { name: "Stop marketing here" })).toBeVisible();
  await stopMarketingAt({ page, staff, email }, "aimarkos");
});

test("R5 · marketing stops when a person says so, without proof", async ({ page, staff, email }) => {
  await stopMarketingAt({ page, staff, email }, "ares");
});

test("W5 · a person objects to a use for legitimate interests and to marketing at once", async ({
  page,
  staff,
  email,
}) => {
  const asking = {
    organisation: "aiworksforus",
    country: "Greece",
    rights: ["Stop marketing", "Object to how we use your data"],
    details: {
      "The use you object to": "Statistics about my calls.",
      "What in your situation": "I talk about my health there.",
    },
    name: "Eleni Papa",
    email,
  } as const;
  await askFor(page, asking);
  const sent = await send(page);
  // What needs no proof is begun at once; the rest waits for the address.
  await expect(page.getByRole("main")).toContainText("We start with what needs no proof.");
  await beginWork(await staff("handler"), sent.reference);
  await openByLetter(page, await letterTo(email, /please confirm your address/));
  await prepareAnswer(await staff("handler"), sent.reference, {
    outcomes: [
      { right: "stop marketing", outcome: "Granted" },
      {
        right: "objection",
        outcome: "Refused",
        ground: /compelling legitimate grounds.*GDPR Art\. 21\(1\)/,
        why: "The totals hold no single call, and without them we cannot keep the lines up.",
      },
    ],
  });
  await releaseAnswer(await staff("approver"), sent.reference);
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Stop marketing", "Done");
  await expectOutcome(page, "Object to how we use your data", "Not done");
  await expect(part(page, "Our answer")).toContainText("GDPR Art. 21(1)");
});

async function restrictAt({ page, staff, email }: People, organisation: Slug): Promise<void> {
  const sent = await fileRequest(page, {
    organisation,
    country: "Finland",
    rights: ["Pause the use of your data"],
    choices: ["It is wrong, and you are checking that"],
    details: { "Which data or use": "My credit rating." },
    name: "Aino Virta",
    email,
  });
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "restriction", outcome: "Granted" }],
    add: "The rating is locked until the check is done.",
  });
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Pause the use of your data", "Done");
  await expect(part(page, "Our answer")).toContainText("The rating is locked");
}

test("A6 · the use of data is restricted while its accuracy is checked", async ({ page, staff, email }) => {
  await restrictAt({ page, staff, email }, "aimarkos");
});

test("W6 · a person has the use of their data restricted", async ({ page, staff, email }) => {
  await restrictAt({ page, staff, email }, "aiworksforus");
});

async function takeBackConsentAt({ page, staff, email }: People, organisation: Slug): Promise<void> {
  const sent = await fileRequest(page, {
    organisation,
    country: "Czechia",
    rights: ["Take back your consent"],
    details: { "What did you agree to?": "Recording of my calls." },
    name: "Jana Malá",
    email,
  });
  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  // The confirmed address is all that may be asked for: nothing is handed out.
  await openStep(handler, sent.reference, "Prepare the answer");
  await expect(handler.getByRole("main")).not.toContainText("is not enough for");
  await prepareAnswer(handler, sent.reference, {
    outcomes: [{ right: "withdraw consent", outcome: "Granted" }],
    add: "No call of yours is recorded from today on.",
  });
  await releaseAnswer(await staff("approver"), sent.reference);
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Take back your consent", "Done");
}

test("A7 · consent once given is taken back", async ({ page, staff, email }) => {
  await takeBackConsentAt({ page, staff, email }, "aimarkos");
});

test("W7 · a person withdraws their consent", async ({ page, staff, email }) => {
  await takeBackConsentAt({ page, staff, email }, "aiworksforus");
});
