import { acceptProof, answerRequest, beginWork, prepareAnswer, releaseAnswer, takeWithWords } from "../handling";
import { expect, test } from "../journey";
import { letterTo } from "../mailbox";
import { askFor, fileRequest, openRequest, readAnswer, send, title } from "../person";
import { draw, drawOnPaper } from "./draw";

const robin = { organisation: "aimarkos", country: "Germany", name: "Robin Example" } as const;

test("where people arrive", async ({ page }) => {
  await page.goto("/");
  await draw(page, "desk-front");
  for (const slug of ["aimarkos", "aiworksforus", "ares"]) {
    await page.goto(`/${slug}`);
    await draw(page, `portal-front-${slug}`);
  }
  for (const [path, name] of [
    ["/aiworksforus/preferences", "preferences"],
    ["/aimarkos/notices", "notices"],
    ["/aimarkos/find", "find"],
    ["/aimarkos/confirm", "confirm-by-code"],
    ["/aimarkos/left", "left"],
    ["/aimarkos/requests/0000-0000-0", "not-found-request"],
    ["/nobody-here", "not-found"],
    ["/api/fault/0a1b2c3d", "fault"],
  ] as const) {
    await page.goto(path);
    await draw(page, name);
  }
  await page.goto("/aimarkos/find");
  await page.getByRole("button", { name: "Send me a fresh link" }).click();
  await draw(page, "find-mistake");
  await page.getByRole("textbox", { name: /e-mail/ }).fill("nobody@example.com");
  await page.getByRole("button", { name: "Send me a fresh link" }).click();
  await expect(title(page)).toHaveText("Look into your mailbox");
  await draw(page, "find-sent");
  await page.goto("/aimarkos/confirm");
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await draw(page, "confirm-mistake");
});

test("the same in German", async ({ page }) => {
  await page.goto("/aiworksforus/language/de");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await draw(page, "portal-front-german");
  await page.goto("/aiworksforus/ask");
  await draw(page, "ask-who-german");
});

test("a request and its answer", async ({ page, staff, email }) => {
  const erasure = "Delete your data";
  await askFor(page, {
    ...robin,
    rights: ["Get a copy of your data", erasure],
    choices: ["Everything you hold about me"],
    email,
  });
  await draw(page, "ask-check");
  const sent = await send(page);
  await draw(page, "ask-sent");
  const letter = await letterTo(email, /please confirm your address/);
  await page.goto(letter.link ?? "");
  await draw(page, "confirm-by-link");
  await page.getByRole("button", { name: "Yes, open my request" }).click();
  await expect(title(page)).toContainText(sent.reference);
  await draw(page, "request-confirmed");

  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  await takeWithWords(handler, {
    reference: sent.reference,
    name: "Ask for clarification",
    label: "What we need to know",
    words: "You wrote from a new address.\n\nWhich account do you mean: the one of 2019, or the one of last year?",
    button: "Send and wait",
  });
  await openRequest(page, sent);
  await draw(page, "request-waiting");
  await page.getByRole("link", { name: "Answer", exact: true }).click();
  await draw(page, "write");
  await page.getByRole("textbox", { name: "Your message" }).fill("The one of 2019, please.");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(title(page)).toContainText(sent.reference);
  await acceptProof(handler, sent.reference);
  const copy = { name: "your-data.csv", mimeType: "text/csv", buffer: Buffer.from("what,value\nname,Robin Example\n") };
  await prepareAnswer(handler, sent.reference, {
    outcomes: [
      { right: "access", outcome: "Granted" },
      {
        right: "erasure",
        outcome: "Granted in part",
        ground: /Law makes us keep it/,
        why: "Bills of three years stay for the tax office.",
      },
    ],
    files: [copy],
  });
  await releaseAnswer(await staff("approver"), sent.reference);
  await readAnswer(page, sent, email);
  await draw(page, "request-answered");
  await drawOnPaper(page, "request-answered");
  await page.goto(`${sent.page}/receipt`);
  await draw(page, "receipt");
  await drawOnPaper(page, "receipt");
});

test("a refusal, and a request taken back", async ({ page, staff, email, otherBrowser }) => {
  const sent = await fileRequest(page, { ...robin, rights: ["Get a copy of your data"], email });
  await answerRequest(staff, sent.reference, {
    outcomes: [
      {
        right: "access",
        outcome: "Refused",
        ground: /We hold no data of this person/,
        why: "Neither this address nor this name is in any of our systems.",
      },
    ],
    proof: null,
  });
  await readAnswer(page, sent, email);
  await draw(page, "request-refused");

  const visitor = await otherBrowser();
  const second = await fileRequest(visitor, {
    ...robin,
    organisation: "ares",
    rights: ["Correct your data"],
    details: { "What is wrong or missing": "My address.", "What it should say": "1 Example Street, Dublin." },
    email: `second-${email}`,
  });
  await visitor.goto(`${second.page}/withdraw`);
  await draw(visitor, "withdraw");
  await visitor.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(title(visitor)).toContainText(second.reference);
  await draw(visitor, "request-withdrawn");
});
