import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expectAccessible } from "./accessibility";
import { acceptProof, beginWork, openInConsole, openStep, prepareAnswer, releaseAnswer } from "./handling";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { expectOutcome, fileRequest, openByLetter, openRequest, part, readAnswer, title } from "./person";
import { fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";

const aCard = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#ffffff" } })
    .jpeg()
    .toBuffer();
const picture = async () => ({ name: "card.jpg", mimeType: "image/jpeg", buffer: await aCard() });

/** Names of everything in the file store: what lies there, encrypted. */
function stored(): string[] {
  const folder = join(process.env.E2E_DATA_DIR ?? "", "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".age"));
}

async function darkest(bytes: Buffer, left: number, top: number): Promise<number> {
  const spot = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).greyscale().raw().toBuffer();
  return spot[0] ?? -1;
}

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("W15 W18 · a parent covers a paper square by square, sends it, and sees it destroyed once it was looked at", async ({
    page,
    staff,
    email,
  }) => {
    const sent = await fileRequest(page, {
      organisation: "aiworksforus",
      who: "A child or a person in my care",
      age: "Under 16",
      askerName: "Mira Muster",
      name: "Toni Muster",
      country: "Ireland",
      rights: ["Get a copy of your data"],
      email,
    });
    await page.goto(`${sent.page}/proof/papers/authority_checked`);
    await expect(title(page)).toHaveText("Show that you may act for the person");
    await expect(page.getByRole("main")).toContainText("Cover everything else");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Choose a picture or a PDF of the paper" })).toBeVisible();
    const before = new Set(stored());
    await page.getByLabel("Choose a picture or a PDF").setInputFiles(await picture());
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(title(page)).toHaveText("This is what we would see");
    const uncovered = stored().filter((name) => !before.has(name));
    expect(uncovered).toHaveLength(1);

    // By keyboard, as somebody who sees nothing of it would.
    await page.getByRole("checkbox", { name: "Row 3, column 5" }).press("Space");
    await page.getByRole("button", { name: "Cover the ticked squares" }).click();
    await expect(page.getByRole("checkbox", { name: "Row 3, column 5" })).not.toBeChecked();
    const now = await page.request.get(
      (await page.getByAltText("The picture of your paper").getAttribute("src")) ?? "",
    );
    expect(now.headers()).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": 'inline; filename="picture.jpg"',
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
    expect(await darkest(await now.body(), 450, 250)).toBeLessThan(8);
    expect(await darkest(await now.body(), 550, 250)).toBeGreaterThan(247);
    expect(stored()).not.toContain(uncovered[0]);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Your paper is with us" })).toBeVisible();
    // The uncovered picture is nowhere; of the covered one there is what was sent and nothing else.
    expect(stored().filter((name) => !before.has(name))).toHaveLength(1);

    const handler = await staff("handler");
    await openInConsole(handler, sent.reference);
    const thread = handler.getByRole("region", { name: "Messages and notes" });
    const paper = thread.getByRole("link", { name: "authority_checked.jpg" });
    const why = "Only the handler on the request opens identity papers. Take the request over first.";
    await expect(thread).toContainText(`authority_checked.jpg · ${why}`);
    await expect(paper).toHaveCount(0);
    await beginWork(handler, sent.reference);
    await expect(thread).not.toContainText(why);
    const address = (await paper.getAttribute("href")) ?? "";
    const approver = await staff("approver");
    await openInConsole(approver, sent.reference);
    await expect(approver.getByRole("region", { name: "Messages and notes" })).toContainText(why);
    expect((await approver.request.get(address)).status()).toBe(404);
    const [looked] = await Promise.all([handler.waitForEvent("download"), paper.click()]);
    expect(await darkest(readFileSync(await looked.path()), 450, 250)).toBeLessThan(8);
    await acceptProof(handler, sent.reference, "Authority to act for the person checked");
    await openRequest(page, sent);
    await expect(part(page, "What happened")).toContainText("We have the proof we need");
    await page.goto(`${sent.page}/proof/papers/authority_checked`);
    await expect(page.getByRole("main")).not.toContainText("Choose a picture");
  });
});

test("W15 · asked for a document with a reason, somebody covers it before it leaves the browser", async ({
  page,
  staff,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aiworksforus", email });
  const handler = await staff("handler");
  await beginWork(handler, filed.reference);
  await openStep(handler, filed.reference, "Ask for proof");
  await handler.getByRole("radio", { name: "Document checked" }).check();
  await handler.getByLabel("What to send and why").fill("A card or a letter with your name and postal address.");
  await handler.getByLabel("Why do you need it?").fill("Two people of your name have an account.");
  await handler.getByRole("button", { name: "Send and wait" }).click();
  await openByLetter(page, await letterTo(email, /we need something from you/));

  await page.goto(`/aiworksforus/requests/${filed.reference}/proof/papers/document_checked`);
  await expectAccessible(page);
  await page.getByLabel("Choose a picture or a PDF").setInputFiles(await picture());
  await page.getByRole("button", { name: "Cover by squares instead" }).press("Enter");
  await expect(title(page)).toHaveText("This is what we would see");
  await page.getByRole("checkbox", { name: "Row 1, column 1", exact: true }).press("Space");
  await page.getByRole("button", { name: "Throw it away" }).press("Enter");
  await page.getByLabel("Choose a picture or a PDF").setInputFiles(await picture());
  const canvas = page.getByRole("img", { name: "Your picture, with what you covered" });
  await expect(canvas).toBeVisible();
  // The pointer reaches only what is on the screen.
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("the picture is not shown");
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.up();
  await expect(page.getByText("1 covered. Only the covered picture will be sent.")).toBeVisible();
  await page.getByRole("button", { name: "Undo the last cover" }).press("Enter");
  await expect(page.getByText("Nothing is covered yet.")).toBeVisible();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.up();
  await expect(page.getByText("1 covered. Only the covered picture will be sent.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(title(page)).toHaveText("This is what we would see");
  await expectAccessible(page);
  const seen = await page.request.get((await page.getByAltText("The picture of your paper").getAttribute("src")) ?? "");
  expect(await darkest(await seen.body(), 450, 300)).toBeLessThan(8);
  expect(await darkest(await seen.body(), 900, 300)).toBeGreaterThan(247);
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your paper is with us" })).toBeVisible();
});

test("W15 · nobody is offered to show a paper that was not asked for", async ({ page, email }) => {
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    name: "Lio Muster",
    country: "Ireland",
    rights: ["Get a copy of your data"],
    email,
  });
  await page.goto(`${sent.page}/proof`);
  await expect(page.getByRole("main")).toContainText("we check this ourselves");
  await expect(page.getByRole("main")).not.toContainText("Show a document");
  const answer = await page.goto(`${sent.page}/proof/papers/document_checked`);
  expect(answer?.status()).toBe(404);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without them", () => {
    test.use({ javaScriptEnabled });

    test("W15 ATK-I4 · an agent sends a power of attorney, the handler looks at it, and the answer goes out", async ({
      page,
      otherBrowser,
      staff,
      email,
    }) => {
      const sent = await fileRequest(page, {
        organisation: "aimarkos",
        country: "United States",
        region: "California",
        rights: ["Get a copy of your data"],
        who: "Somebody who asked me to act for them",
        askerName: "Ada Agent",
        name: "Romy Muster",
        email,
      });
      const other = await otherBrowser({ javaScriptEnabled });
      await openByLetter(other, await letterTo(email, /we have your request/));
      for (const kind of ["permission_signed", "power_of_attorney"] as const) {
        await page.goto(`${sent.page}/proof/papers/${kind}`);
        await page.getByLabel("Choose a picture or a PDF").setInputFiles(await picture());
        await page.getByRole("button", { name: "Continue" }).click();
        await expect(title(page)).toHaveText("This is what we would see");
        // The same request in another browser: the picture in hand is not there.
        const cover = page.url();
        expect((await other.request.get(`${cover}/picture`)).status()).toBe(404);
        expect((await other.goto(cover))?.status()).toBe(404);
        await page.getByRole("checkbox", { name: "Row 8, column 12" }).press("Space");
        await page.getByRole("button", { name: "Send it" }).click();
        await expect(page.getByRole("status").filter({ hasText: "Your paper is with us" })).toBeVisible();
      }
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      const thread = handler.getByRole("region", { name: "Messages and notes" });
      for (const name of ["permission_signed.jpg", "power_of_attorney.jpg"]) {
        const paper = thread.getByRole("link", { name });
        const [looked] = await Promise.all([handler.waitForEvent("download"), paper.click()]);
        expect(await darkest(readFileSync(await looked.path()), 1150, 750)).toBeLessThan(8);
      }
      await acceptProof(handler, sent.reference, "Signed permission of the person seen");
      await openInConsole(handler, sent.reference);
      await acceptProof(handler, sent.reference, "Power of attorney checked");
      await prepareAnswer(handler, sent.reference, { outcomes: [{ right: "Access", outcome: "Granted" }] });
      await releaseAnswer(await staff("approver"), sent.reference);
      await readAnswer(page, sent, email, handler);
      await expectOutcome(page, "copy of your data", "Done");
    });
  });
}
