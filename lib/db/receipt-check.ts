import "server-only";
import { z } from "zod";
import { type ReceiptStatement, signedText } from "@/lib/domain/receipt";
import { inOrganisation } from "./organisation-scope";
import { findOrganisation } from "./organisations";
import { publicKey, verifyText } from "./signing-key";

// Only what the check reads is described; every other field is covered by the signature all the same.
const receiptFile = z.object({
  statement: z.looseObject({
    kind: z.enum(["habeas-receipt", "habeas-erasure-statement"]),
    reference: z.string(),
    organisation: z.looseObject({ slug: z.string() }),
    head: z.string(),
  }),
  signature: z.string(),
  publicKey: z.string(),
});
export type ReceiptFile = {
  statement: Pick<ReceiptStatement, "reference" | "head" | "organisation"> & { kind: SignedKind };
  publicKey: string;
};
/** What is signed for the person: that they asked, and what was erased. */
export type SignedKind = "habeas-receipt" | "habeas-erasure-statement";

/** Reads a receipt or an erasure statement and checks its signature with the key that it brings along, without a database. */
export function readReceipt(text: string): ReceiptFile | { problem: string } {
  const parsed = receiptFile.safeParse(asJson(text));
  if (!parsed.success) return { problem: "this is no receipt or statement of Habeas" };
  const { statement, signature, publicKey: key } = parsed.data;
  if (!verifyText(signedText(statement), signature, key)) return { problem: "its signature does not fit" };
  return { statement: statement as unknown as ReceiptFile["statement"], publicKey: key };
}

/** Null when this installation signed it and the entry that it names still stands in the record. */
export async function receiptContradiction({ statement, publicKey: key }: ReceiptFile): Promise<string | null> {
  if (key !== publicKey()) return "it was signed with another key than this installation's";
  const organisation = await findOrganisation({ slug: statement.organisation.slug });
  if (!organisation) return `there is no organisation ${statement.organisation.slug} here`;
  return inOrganisation(organisation.id, async ({ tx }) => {
    const { reference, head, kind } = statement;
    const where = { organisationId: organisation.id, reference };
    const request = await tx.privacyRequest.findFirst({ where, select: { id: true } });
    if (!request) return `there is no request ${reference} here`;
    // A receipt names the first entry, a statement the one that released it.
    const entry = kind === "habeas-receipt" ? { seq: 1 } : { type: "AnswerReleased" };
    const stands = await tx.event.findFirst({ where: { chainId: request.id, hash: head, ...entry } });
    return stands ? null : `request ${reference}: the entry that the file names does not stand in the record`;
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
