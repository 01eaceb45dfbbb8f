// Decides what a refusal can be made to tell by law. The laws name these points as codes; here they stand in English.
// Answers to GDPR Art. 12(4), 11 CCR §§7022–7026 and the like duties of the other laws; each law cites its own.

/** Each point finishes "A refusal must tell …". */
export const refusalPoints = {
  reasons: "the reasons",
  reasons_each_part: "the reasons for not acting, for each part not granted",
  reasons_for_not_acting: "the reasons for not acting",
  reasons_refusing_limiting_delaying: "the reasons for refusing, restricting or delaying",
  reasons_unless_unreasonable: "the reasons, unless that would be unreasonable",
  reasons_of_fact_or_law: "or the reasons of fact or law that prevent it",
  reasons_and_provisions: "adequate reasons and the provisions relied on",
  justification: "the justification for declining",
  provision: "the provision relied on",
  in_writing: "in writing",
  complaint_to_authority: "that a complaint may be lodged with a supervisory authority",
  court_remedy: "that a court may be asked for a remedy",
  not_identifiable: "when it is so: that the person cannot be identified from the data (Art. 11(2))",
  complaint_to_us: "that the person may complain to the organisation (DPA 2018 s.164A)",
  complaint_to_ico: "that the person may complain to the Information Commission (ICO)",
  enforceable_in_court: "that the right can be enforced in court",
  basis_of_denial: "whether and why it is denied: the statute, exception or facts, unless the law forbids saying so",
  could_not_verify: "when it is so: that the identity could not be verified",
  rest_is_deleted: "for deletion: that the rest is deleted and that what is kept is used for nothing else",
  offer_to_opt_out: "for deletion: the offer to opt out, when data is sold or shared",
  treated_as_categories: "for know: that it was treated as a request for categories, and the rest is disclosed",
  why_fraud: "when fraud is suspected: why",
  how_to_appeal: "how to appeal",
  appeal_denied_online: "when an appeal is denied: the reasons, and how to complain to the Attorney General online",
  appeal_denied_contact: "when an appeal is denied: the reasons, and that the Attorney General may be contacted",
  categories_kept: "for deletion: the categories kept and the exception for each (Rule 4.06)",
  not_the_agent: "either that the organisation is not the one that processes the data, and who is, if known",
  recourse: "the recourse the person has",
  remedies_and_limits: "the remedies, and the time limits for them",
  help_to_understand: "on request, help to understand the refusal",
  how_to_complain: "how to complain",
  outcome_in_period: "the outcome, within the published period",
  board_is_next: "that the Data Protection Board is the next step",
  nothing_of_the_record: "nothing about what the record contains",
  complaint_or_court_in_time: "that a complaint or an application to court is possible, and the period for it",
} as const satisfies Record<string, string>;

export type RefusalPoint = keyof typeof refusalPoints;
