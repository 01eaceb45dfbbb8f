// Decides how it is said to the person what proves what: their own words for each kind, as ends of "What will do: …".
import type { ProofKind, Way } from "./verification";

/** Each kind as something the person shows or does; begins small, without a full stop. */
export const englishProofKinds: Readonly<Record<ProofKind, string>> = {
  contact_confirmed: "your address, confirmed by link or code",
  address_on_file: "the address you confirmed is the one we have on file",
  data_points_matched: "two details about you that match what we hold",
  three_points_matched: "three details about you that match what we hold",
  signed_in: "a sign-in to your account with us",
  permission_signed: "a permission that the person signed",
  document_checked: "a document, which we check and then destroy",
  authority_checked: "a paper that shows that you may act for the person",
  power_of_attorney: "a power of attorney",
  confirmed_by_person: "a word from the person themselves that you may act for them",
  declaration: "a declaration that you sign",
};

/** Why something odd makes one proof into two. It names nothing: what is odd may be somebody else's data. */
export const englishRaisedReason =
  "Something about this request is unusual, so we ask for two proofs that do not depend on each other, or for a document. This protects the person whose data it is.";

/** The kinds of one way, joined; what is said where the confirmed address is all. */
export function waySaid(kinds: Readonly<Record<ProofKind, string>>, and: string, way: Way): string {
  const all: Way = way.length > 0 ? way : ["contact_confirmed"];
  return all.map((kind) => kinds[kind]).join(` ${and} `);
}
