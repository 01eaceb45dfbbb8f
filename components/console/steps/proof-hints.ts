import type { StaffProofKind } from "@/lib/domain/verification";

/** What a request for this kind means for the person, for whoever chooses what to ask. */
export const askHints: Readonly<Record<StaffProofKind, string>> = {
  address_on_file: "They write from, or confirm, the address that we have for this name.",
  data_points_matched: "They tell two details that only they know. Never ask for what you could not compare.",
  three_points_matched: "They tell three details that only they know.",
  signed_in: "They sign in to the organisation's own account.",
  permission_signed: "The agent sends a permission that the person signed.",
  confirmed_by_person: "The person says it themselves, at an address that we know.",
  document_checked: "The last resort. Ask for a copy that is drawn over, and say when it is destroyed.",
  authority_checked: "A birth certificate, court order or certificate of inheritance. Only the part that shows it.",
  power_of_attorney: "It ends every further question, and may never be required where a permission does.",
  declaration: "They sign that they are who they say they are.",
};

/** What to look at before this kind is accepted (EDPB 01/2022 §79: note that it was checked, keep no copy). */
export const lookHints: Readonly<Record<StaffProofKind, string>> = {
  address_on_file: "The account or contract under this name has exactly the confirmed address.",
  data_points_matched:
    "Two details that only the person knows fit what we hold. Note which were compared, never what they say.",
  three_points_matched: "Three details fit what we hold. Note which were compared, never what they say.",
  signed_in: "They were signed in at the organisation's own sign-in, in a session of now.",
  permission_signed: "It names the person, the agent and what is asked, and is signed. It is no proof by itself.",
  confirmed_by_person: "The person said yes. Check that the address we asked at is on file.",
  document_checked: "Name and one more detail fit, and it has not run out. Write “checked”; copy no number from it.",
  authority_checked: "It names both, comes from who may issue it, and holds today.",
  power_of_attorney: "Signed by the person, covers this request, has not ended.",
  declaration: "It says who they are and is signed; where California asks for it, under penalty of perjury.",
};
