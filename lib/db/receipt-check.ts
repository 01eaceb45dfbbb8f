import "server-only";
import { z } from "zod";
import { type ReceiptStatement, signedText } from "@/lib/domain/receipt";
import { inOrganisation } from "./organisation-scope";
import { findOrganisation } from "./organisations";
import { publicKey, verifyText } from "./signing-key";

// Only what the check reads is described; every other field is covered by the signature all the same.
const receiptFile = z.object({
  statement: z.looseObject({
    kind: z.literal("habeas-receipt"),
    reference: z.string(),
    organisation: z.looseObject({ slug: z.string() }),
    head: z.string(),
  }),
  signature: z.string(),
  publicKey: z.string(),
});
export type ReceiptFile = {
  statement: Pick<ReceiptStatement, "reference" | "head" | "organisation">;
  publicKey: string;
};

/** Reads a receipt and checks its signature with the key that it brings along. No database is needed. */
export function readReceipt(text: string): ReceiptFile | { problem: string } {
  const parsed = receiptFile.safeParse(asJson(text));
  if (!parsed.success) return { problem: "this is not a receipt of Habeas" };
  const { statement, signature, publicKey: key } = parsed.data;
  if (!verifyText(signedText(statement), signature, key)) return { problem: "the receipt's signature does not fit" };
  return { statement: statement as unknown as ReceiptFile["statement"], publicKey: key };
}

/** Null when this installation signed the receipt and its first entry still stands in the record. */
export async function receiptContradiction({ statement, publicKey: key }: ReceiptFile): Promise<string | null> {
  if (key !== publicKey()) return "the receipt was signed with another key than this installation's";
  const organisation = await findOrganisation({ slug: statement.organisation.slug });
  if (!organisation) return `there is no organisation ${statement.organisation.slug} here`;
  return inOrganisation(organisation.id, async ({ tx }) => {
    const { reference, head } = statement;
    const where = { organisationId: organisation.id, reference };
    const request = await tx.privacyRequest.findFirst({ where, select: { id: true } });
    if (!request) return `there is no request ${reference} here`;
    const first = await tx.event.findFirst({ where: { chainId: request.id, seq: 1 }, select: { hash: true } });
    return first?.hash === head ? null : `request ${reference}: entry 1 is not the one that the receipt names`;
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
