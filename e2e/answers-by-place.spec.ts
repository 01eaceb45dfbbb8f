import type { Page } from "@playwright/test";
import { answerRequest, takeWithWords } from "./handling";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import {
  askFor,
  confirmByLink,
  dayNumber,
  dayShape,
  fileRequest,
  openByLetter,
  openRequest,
  part,
  promisedDay,
  readAnswer,
  send,
  title,
} from "./person";

const copy = { rights: ["Get a copy of your data"], name: "Alex Meyer" } as const;

/** Goes back to the place from the last page and answers it anew. */
async function moveTo(page: Page, country: string): Promise<void> {
  await page.getByRole("link", { name: "Change where you live" }).click();
  await page.getByRole("combobox").selectOption(country);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(title(page)).toHaveText("Check your answers");
  await expect(page.locator("dl > div").filter({ hasText: "Where you live" })).toContainText(country);
}

test("A14 · people in the EEA, the United Kingdom and Switzerland are under their own laws and told where to complain", async ({
  page,
  email,
}) => {
  const main = page.getByRole("main");
  await askFor(page, { organisation: "aimarkos", country: "Norway", ...copy, email });
  await expect(main).toContainText("GDPR");
  await moveTo(page, "United Kingdom");
  await expect(main).toContainText("UK GDPR");
  await moveTo(page, "Switzerland");
  await expect(main).toContainText(/Swiss|FADP/);
  await send(page);
  await confirmByLink(page, email);
  await expect(part(page, "If you are unhappy")).toContainText("Federal Data Protection and Information Commissioner");
});

test("W14 · the answer is due by our promise or by the law, whichever comes first", async ({ page, email }) => {
  // Texas leaves 45 days, so the promise of 30 counts; Brazil's law wants it in 15.
  await askFor(page, { organisation: "aiworksforus", country: "United States", region: "Texas", ...copy, email });
  const promised = dayNumber(await promisedDay(page));
  await moveTo(page, "Brazil");
  const byLaw = dayNumber(await promisedDay(page));
  // A Sunday or holiday moves the end of Brazil's 15 days, by a few days at most.
  expect(promised - byLaw).toBeGreaterThanOrEqual(11);
  expect(promised - byLaw).toBeLessThanOrEqual(15);
  expect(promised - Math.floor(Date.now() / 86_400_000)).toBeGreaterThan(28);
});

test("W8 · whoever is refused learns the ground, the authority of their country and the way to court", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, { organisation: "aiworksforus", country: "France", ...copy, email });
  await answerRequest(staff, sent.reference, {
    outcomes: [
      {
        right: "access",
        outcome: "Refused",
        ground: /manifestly unfounded or excessive \(GDPR Art\. 12\(5\)\(b\)\)/,
        why: "It is the eleventh request for the same copy in a month.",
      },
    ],
  });
  const letter = await readAnswer(page, sent, email);
  expect(letter.subject).toContain("our decision on your request");
  for (const words of [/CNIL/, /https:\/\/www\.cnil\.fr/, /take us to court/, /GDPR Arts 77, 79/])
    expect(letter.text.replaceAll(/\s+/g, " ")).toMatch(words);
  expect(letter.text).not.toContain("eleventh");
  await expect(part(page, "Our answer")).toContainText("Why: The request is manifestly unfounded or excessive");
  await expect(part(page, "Our answer")).toContainText("eleventh request");
  await expect(part(page, "If you are unhappy").getByRole("link", { name: /CNIL/ })).toBeVisible();
});

test("W14 · an extension is told in a letter with its reason on the page, the new date and its arithmetic", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, { organisation: "aiworksforus", country: "Germany", ...copy, email });
  await takeWithWords(await staff("handler"), {
    reference: sent.reference,
    name: "Extend the deadline",
    kind: "What is asked for is complex",
    label: "Reason",
    words: "Your calls of four years lie in an archive that opens next month.",
    button: "Extend and tell the person",
  });
  const letter = await letterTo(email, /we need more time/);
  expect(letter.text).not.toContain("four years");
  await openByLetter(page, letter);
  await openRequest(page, sent);
  const main = page.getByRole("main");
  await expect(part(page, "What happened")).toContainText("We told you that we need until ");
  await expect(main).toContainText("an archive that opens next month");
  const now =
    dayShape.exec(
      (await main
        .getByText(/answer due /)
        .first()
        .textContent()) ?? "",
    )?.[0] ?? "";
  expect(dayNumber(now)).toBeGreaterThan(dayNumber(sent.dueOn));
  expect(letter.text.replaceAll(/\s+/g, " ")).toContain(now.slice(4));
});
