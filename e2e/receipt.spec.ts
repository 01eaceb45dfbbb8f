import { execFileSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "./journey";
import { askFor, promisedDay, send, title } from "./person";

type Saved = {
  statement: { reference: string; dueOn: string; rights: string[]; head: string };
  signature: string;
  publicKey: string;
};

/** As docs/receipt.md tells a stranger to do it: sorted keys, no white space, Ed25519. */
function holds({ statement, signature, publicKey }: Saved): boolean {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => [k, sorted(v)]),
    );
  };
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  return verify(null, Buffer.from(JSON.stringify(sorted(statement))), key, Buffer.from(signature, "base64"));
}

test("A9 W14 · the receipt can be saved at once, names nobody, and can be checked without the organisation", async ({
  page,
  email,
}, info) => {
  await askFor(page, {
    organisation: "aimarkos",
    country: "Slovenia",
    rights: ["Get a copy of your data"],
    name: "Maja Zupan",
    email,
  });
  const promised = await promisedDay(page);
  const sent = await send(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save the receipt as a signed file (JSON)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`receipt-${sent.reference}.json`);
  const text = await readFile(await download.path(), "utf8");
  expect(text).not.toMatch(/Maja|Zupan|visitor-/);
  const receipt = JSON.parse(text) as Saved;
  expect(receipt.statement).toMatchObject({ reference: sent.reference, rights: ["access"] });
  expect(holds(receipt)).toBe(true);
  expect(holds({ ...receipt, statement: { ...receipt.statement, dueOn: "2099-01-01" } })).toBe(false);

  const file = info.outputPath("receipt.json");
  await writeFile(file, text);
  const told = execFileSync("npm", ["run", "-s", "audit:verify", "--", "--receipt", file], { encoding: "utf8" });
  expect(told).toContain(sent.reference);

  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(title(page)).toHaveText("Receipt");
  const sheet = page.getByRole("region", { name: `Receipt for request ${sent.reference}` });
  for (const words of [promised, receipt.statement.head, receipt.signature, "How it was counted", "America/New_York"])
    await expect(sheet).toContainText(words);
});
