import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { answerRequest } from "./handling";
import { expect, test } from "./journey";
import { expectOutcome, fileRequest, part, readAnswer } from "./person";

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await download.path(), "utf8");
}

test("A4 · a person takes their data along in a file that machines read", async ({ page, staff, email }) => {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "Belgium",
    rights: ["Move your data"],
    choices: ["JSON: for other services and programs"],
    name: "Lotte Maes",
    email,
  });
  await expect(part(page, "What you asked")).toContainText("JSON: for other services and programs");
  const held = { account: { plan: "Team" }, campaigns: [{ name: "Spring" }] };
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "portability", outcome: "Granted" }],
    files: [{ name: "data.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(held)) }],
  });
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Move your data", "Done");
  expect(JSON.parse(await saved(page, "data.json"))).toEqual(held);
});

test("W4 · a person gets their data in a structured form, and a copy to read beside it", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    country: "Portugal",
    rights: ["Get a copy of your data", "Move your data"],
    choices: ["CSV: for a spreadsheet"],
    name: "Rui Sousa",
    email,
  });
  const table = "date;minutes\n2026-03-02;4\n";
  await answerRequest(staff, sent.reference, {
    outcomes: [
      { right: "access", outcome: "Granted" },
      { right: "portability", outcome: "Granted" },
    ],
    files: [
      { name: "calls.csv", mimeType: "text/csv", buffer: Buffer.from(table) },
      { name: "read-me.txt", mimeType: "text/plain", buffer: Buffer.from("Three calls in March.\n") },
    ],
  });
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Get a copy of your data", "Done");
  await expectOutcome(page, "Move your data", "Done");
  expect(await saved(page, "calls.csv")).toBe(table);
  await expect(page.getByRole("link", { name: "read-me.txt" })).toBeVisible();
});

test("R4 · a person exports their data in whatever form suits the organisation", async ({ page, staff, email }) => {
  const sent = await fileRequest(page, {
    organisation: "ares",
    country: "Denmark",
    rights: ["Move your data"],
    choices: ["Whatever suits you"],
    name: "Ida Holm",
    email,
  });
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "portability", outcome: "Granted" }],
    files: [{ name: "export.csv", mimeType: "text/csv", buffer: Buffer.from("agent;messages\nA;12\n") }],
  });
  await readAnswer(page, sent, email);
  expect(await saved(page, "export.csv")).toContain("agent;messages");
});
