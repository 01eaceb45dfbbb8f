// Decides which kinds of reason a law accepts for more time. The kind goes into the letter; the reason itself is written words.
// Answers to GDPR Art. 12(3), Civ. Code 1798.145(h), PIPEDA s.8(4), PAIA s.57(1) and the state acts.

/** In words for staff; the letters have their own. */
export const extensionGrounds = {
  complexity: "What is asked for is complex",
  number_of_requests: "The same person made many requests",
  interference: "Keeping the date would unreasonably interfere with our work",
  consultations: "Others have to be consulted first",
  other_format: "It has to be put into another format",
  many_records: "There is a large number of records to go through",
  search_elsewhere: "It has to be searched for in another place",
  consent: "The person agreed to the later date",
  not_in_time: "It cannot be done within the period",
} as const satisfies Record<string, string>;

export type ExtensionGround = keyof typeof extensionGrounds;
