import type { Relation } from "@/lib/domain/verification";

/** For whom somebody asks, after "They ask …". */
export const relationWords: Readonly<Record<Relation, string>> = {
  self: "for themselves",
  helper: "for themselves, with somebody's help to type",
  agent: "as an authorised agent",
  guardian: "as parent or guardian",
  executor: "for the estate of somebody who died",
};

/** Who asks, as a choice in a list. */
export const relationNames: Readonly<Record<Relation, string>> = {
  self: "The person",
  helper: "The person, with help to type",
  agent: "An authorised agent",
  guardian: "A parent or guardian",
  executor: "Whoever settles an estate",
};
