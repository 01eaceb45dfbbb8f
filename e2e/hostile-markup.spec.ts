import { readFileSync } from "node:fs";
import { openStep, takeWithWords } from "./handling";
import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import { type Filed, fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

const strings = [
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(1)</script>",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "javascript:alert(1)",
  "<!--<svg/onload=alert(1)>",
];
const all = strings.join(" ");

test("V1.2.1 V1.2.3 V1.3.7: whatever is typed is shown as text, to the person, to staff and in letters", async ({
  page,
  staff,
  email,
}) => {
  test.setTimeout(240_000);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  const visitor = rawVisitor();
  const details = { rectification_wrong: all, rectification_right: `right ${all}` };
  const name = `Bo ${strings[0]}`;
  const filed: Filed = await fileConfirmed(visitor, {
    organisation: "ares",
    email,
    name,
    right: "rectification",
    details,
  });
  const written = new FormData();
  written.set("words", `message ${all}`);
  written.append("files", new File(["x"], `${strings[0]}.txt`));
  expect((await visitor.post(`${filed.page}/write/send`, written)).location).toContain("said=written");
  await page
    .context()
    .addCookies(
      [...visitor.cookies].map(([one, value]) => ({ name: one, value, url: process.env.E2E_BASE_URL ?? "" })),
    );

  const expectText = async (at: typeof page, words: string) => {
    await expect(at.getByRole("main").getByText(words).first()).toBeVisible();
    expect(await at.locator("img[src=x], svg[onload], [onerror], a[href^='javascript']").count()).toBe(0);
    expect(
      await at
        .locator("script")
        .evaluateAll((found) => found.filter((one) => !one.nonce && !one.hasAttribute("src")).length),
    ).toBe(0);
  };
  await page.goto(filed.page);
  await expectText(page, `message ${all}`);
  await expectText(page, name);

  const handler = await staff("handler");
  handler.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await openDesk(handler, "Ares");
  await handler.goto(`/console/requests/${filed.reference}`);
  for (const words of [name, all, `right ${all}`, `message ${all}`]) await expectText(handler, words);
  await takeWithWords(handler, {
    reference: filed.reference,
    name: "Ask for clarification",
    label: "What we need to know",
    words: `staff ${all}`,
    button: "Send and wait",
  });
  await openStep(handler, filed.reference, "Accept proof");
  await handler.goto("/console");
  expect(await handler.locator("img[src=x], svg[onload], [onerror]").count()).toBe(0);
  for (const path of ["/console/audit", `/console/requests/${filed.reference}/audit`]) await handler.goto(path);
  await page.goto(filed.page);
  await expectText(page, `staff ${all}`);

  await letterTo(email, /need something/);
  for (const letter of await lettersTo(email)) {
    for (const words of [...strings, email, name]) {
      expect(`${letter.subject} ${letter.text}`, letter.subject).not.toContain(words);
      expect(letter.html).not.toContain(words);
    }
    expect(letter.html).not.toMatch(/<script|onerror|<img[^>]+src=.?https?:/);
  }
  expect(dialogs).toEqual([]);
});

test("V16.2.5 ATK-L1: nothing that people type reaches the server's log, not even on errors", async ({ email }) => {
  const canary = `canary${Date.now()}bird`;
  const visitor = rawVisitor();
  const details = {
    rectification_wrong: `${canary}\n{"level":50,"msg":"forged"}\u001b[31m`,
    rectification_right: canary,
  };
  const name = `Ida ${canary}`;
  const filed = await fileConfirmed(visitor, {
    organisation: "ares",
    email: `${canary}@example.com`,
    name,
    right: "rectification",
    details,
  });
  await visitor.post(`${filed.page}/write/send`, { words: `${canary}\u0000` });
  await visitor.post("/ares/find/send", { sought: `${canary}@example.com` });
  await visitor.post("/console/sign-in/enter", {
    email: `${canary}@example.org`,
    password: canary,
    code: canary,
    to: canary,
  });
  await visitor.send("POST", "/ares/ask/who/answer", {
    headers: { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data" },
    body: canary,
  });
  await visitor.get(`/ares/${canary}?q=${canary}`);
  const { link, code } = await letterTo(`${canary}@example.com`, /please confirm your address/);
  const log = readFileSync(process.env.E2E_LOG ?? "test-results/server.log", "utf8");
  const secrets = [canary, email, link?.split("/").at(-1) ?? "", code ?? "", ...visitor.cookies.values()];
  for (const secret of secrets) expect(log).not.toContain(secret);
});
