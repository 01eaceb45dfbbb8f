import type { CaliforniaType, CountedPeople, DenialReason } from "@/lib/domain/california-metrics";

/** The types in the words of the regulation. */
export const californiaTypeWords: Readonly<Record<CaliforniaType, string>> = {
  delete: "Requests to delete",
  correct: "Requests to correct",
  know: "Requests to know",
  opt_out: "Requests to opt out of sale or sharing",
  limit: "Requests to limit",
  access_admt: "Requests to access ADMT",
  opt_out_admt: "Requests to opt out of ADMT",
};

export const denialReasonWords: Readonly<Record<DenialReason, string>> = {
  not_verifiable: "not verifiable",
  not_by_consumer: "not made by a consumer",
  exempt: "called for exempt information",
  other: "other grounds",
};

export const peopleWords: Readonly<Record<CountedPeople, string>> = {
  california: "consumers of California",
  all: "all individuals",
};
