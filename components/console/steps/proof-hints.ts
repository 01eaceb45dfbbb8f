import type { StaffProofKind } from "@/lib/domain/verification";

/** What a request for this kind means for the person, for whoever chooses what to ask. What nobody is asked for has none. */
export const askHints: Readonly<Partial<Record<StaffProofKind, string>>> = {
  data_points_matched: "They tell two details that only they know. Never ask for what you could not compare.",
  three_points_matched: "They tell three details that only they know.",
  signed_in: "They sign in to the organisation's own account.",
  permission_signed: "The agent sends a permission that the person signed.",
  confirmed_by_person: "The person says it themselves, at an address that we know.",
  document_checked: "The last resort. Ask for a copy that is drawn over, and say when it is destroyed.",
  authority_checked: "A birth certificate, court order or certificate of inheritance. Only the part that shows it.",
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
  authority_checked:
    "It names both, comes from who may issue it, holds today, and the asker is the one it names (EDPB 01/2022 §§80–81).",
  power_of_attorney:
    "Signed by the person, covers this request, has not ended. California (Probate Code §§4121–4130): dated, signed, and notarised or before two witnesses; otherwise it is a signed permission.",
  declaration: "It says who they are and is signed; for a Californian under penalty of perjury (11 CCR §7062(c)).",
};
