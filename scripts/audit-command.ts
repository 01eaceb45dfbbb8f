import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ReceiptFile, readReceipt, receiptContradiction } from "@/lib/db/receipt-check";
import { checkRecord } from "@/lib/db/record-check";
import { keyIdOf, publicKey } from "@/lib/db/signing-key";

export type AuditResult = { ok: boolean; lines: string[] };

const nameOf = { "habeas-receipt": "receipt", "habeas-erasure-statement": "erasure statement" } as const;

const broken = (lines: string[], problem: string): AuditResult => ({
  ok: false,
  lines: [...lines, `BROKEN  ${problem}`],
});

/**
 * What `npm run audit:verify` does: the receipt or erasure statement first, which needs nothing but itself, then the record.
 *
 * @param hasDatabase whether the settings (lib/settings.ts) name a database that answers
 */
export async function verifyAudit(
  args: readonly string[],
  hasDatabase: boolean,
  read: (path: string) => string = (path) => readFileSync(path, "utf8"),
): Promise<AuditResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { receipt: { type: "string" }, "public-key": { type: "string" } },
  });
  const lines: string[] = [];
  const receipt = values.receipt === undefined ? null : readReceipt(read(values.receipt));
  if (receipt && "problem" in receipt) return broken(lines, receipt.problem);
  if (receipt) {
    if (values["public-key"] !== undefined && values["public-key"] !== receipt.publicKey) {
      return broken(lines, "it was signed with another key than the one given");
    }
    lines.push(
      `holds   the ${nameOf[receipt.statement.kind]} of ${receipt.statement.reference}, signed with key ${keyIdOf(receipt.publicKey)}`,
    );
  }
  if (hasDatabase) return verifyHere(lines, receipt);
  if (receipt) return { ok: true, lines: [...lines, "The record itself was not looked at: no database answers here."] };
  return broken(lines, "no database answers here, so nothing could be verified");
}

async function verifyHere(lines: string[], receipt: ReceiptFile | null): Promise<AuditResult> {
  const contradicted = receipt && (await receiptContradiction(receipt));
  if (contradicted) return broken(lines, contradicted);
  if (receipt) lines.push("holds   the entry that it names stands in the record");
  const { chains, entries, checkpoints, problem } = await checkRecord();
  if (problem) return broken(lines, problem);
  const key = publicKey();
  lines.push(
    `holds   ${chains} chains with ${entries} entries`,
    `holds   ${checkpoints} checkpoints`,
    `Public key ${keyIdOf(key)}: ${key}`,
  );
  return { ok: true, lines };
}
