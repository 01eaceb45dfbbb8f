import { answerRequest, openInConsole } from "./handling";
import { expect, type People, test } from "./journey";
import { expectOutcome, fileRequest, part, readAnswer, type Slug } from "./person";

const wrong = "My surname is written Keller.";
const right = "It should say Kellner,\nas on the invoice of May.";

async function correctAt({ page, staff, email }: People, organisation: Slug, country: string): Promise<void> {
  const sent = await fileRequest(page, {
    organisation,
    country,
    rights: ["Correct your data"],
    details: { "What is wrong or missing": wrong, "What it should say": right },
    name: "Jo Kellner",
    email,
  });
  await expect(part(page, "What you asked")).toContainText(wrong);
  const handler = await staff("handler");
  await openInConsole(handler, sent.reference);
  await expect(handler.getByRole("main")).toContainText("as on the invoice of May.");
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "correction", outcome: "Granted" }],
    add: "Your surname now says Kellner everywhere.",
  });
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Correct your data", "Done");
  await expect(part(page, "Our answer")).toContainText("now says Kellner everywhere");
}

test("A2 · inaccurate data is put right", async ({ page, staff, email }) => {
  await correctAt({ page, staff, email }, "aimarkos", "Austria");
});

test("W2 · a person has their data rectified", async ({ page, staff, email }) => {
  await correctAt({ page, staff, email }, "aiworksforus", "Spain");
});

test("R2 · a person has their data corrected", async ({ page, staff, email }) => {
  await correctAt({ page, staff, email }, "ares", "Sweden");
});
