// On which grounds an answer may refuse a right, in whole or in part. Data: the length is that of the laws.
// General information, no advice: whoever prepares the answer checks that the ground fits the case.
// Answers to GDPR Art. 12(4), 11 CCR §§7022(f), 7023(f), 7024 and the like: a refusal names its ground.
import type { RegimeId } from "@/lib/domain/regime";
import type { Right } from "@/lib/domain/right";
import { statuteWord } from "@/lib/domain/right-statutes";

/** `laws`: regime → provision; the ground is offered only where one of the request's laws knows it. `all`: everywhere. */
type Ground = {
  id: string;
  words: string;
  rights: readonly Right[] | "every";
  laws: Readonly<Partial<Record<RegimeId, string>>>;
  all?: boolean;
};

const grounds = [
  {
    id: "not_held",
    words: "We hold no data of this person",
    rights: "every",
    laws: {},
    all: true,
  },
  {
    id: "not_identified",
    words: "We could not confirm that the asker is the person, or may act for them",
    rights: "every",
    laws: {
      eu_gdpr: "GDPR Arts 11(2), 12(2), 12(6)",
      uk_gdpr: "UK GDPR Arts 11(2), 12(2), 12(6)",
      us_ca_ccpa: "11 CCR §§7021(b), 7022(a), 7023(a), 7024(a)–(b)",
      ch_fadp: "DPO Art. 16",
    },
    all: true,
  },
  {
    id: "excessive",
    words: "The request is manifestly unfounded or excessive",
    rights: "every",
    laws: {
      eu_gdpr: "GDPR Art. 12(5)(b)",
      uk_gdpr: "UK GDPR Art. 12(5)(b)",
      us_ca_ccpa: "Cal. Civ. Code §1798.145(h)(3)",
      us_va_vcdpa: "Va. Code §59.1-577(B)",
      us_co_cpa: "C.R.S. 6-1-1306(2)",
      us_ct_ctdpa: "Conn. Gen. Stat. §42-518(c)",
      us_tx_tdpsa: "Tex. Bus. & Com. Code §541.052",
      ch_fadp: "FADP Art. 26(1)(c)",
    },
  },
  {
    id: "rights_of_others",
    words: "It would harm the rights and freedoms of other people",
    rights: ["access", "portability"],
    laws: {
      eu_gdpr: "GDPR Arts 15(4), 20(4)",
      uk_gdpr: "UK GDPR Arts 15(4), 20(4); DPA 2018 Sch. 2 para. 16",
      ch_fadp: "FADP Art. 26(1)(b)",
      us_ca_ccpa: "Cal. Civ. Code §1798.145(k)",
      ca_pipeda: "PIPEDA s.9(1)",
      ca_qc_law25: "P-39.1 s.40",
      au_app12: "APP 12.3(b)",
      za_popia_paia: "PAIA s.63",
    },
  },
  {
    id: "legal_obligation",
    words: "Law makes us keep it",
    rights: ["erasure"],
    laws: {
      eu_gdpr: "GDPR Art. 17(3)(b)",
      uk_gdpr: "UK GDPR Art. 17(3)(b)",
      us_ca_ccpa: "Cal. Civ. Code §1798.105(d)(8)",
      us_va_vcdpa: "Va. Code §59.1-582(A)",
      us_co_cpa: "C.R.S. 6-1-1304(3)(a)",
      us_ct_ctdpa: "Conn. Gen. Stat. §42-524(a)",
      us_tx_tdpsa: "Tex. Bus. & Com. Code §541.201",
    },
    all: true,
  },
  {
    id: "legal_claims",
    words: "It is needed to establish, exercise or defend legal claims",
    rights: ["erasure", "objection", "restriction"],
    laws: {
      eu_gdpr: "GDPR Arts 17(3)(e), 18(2), 21(1)",
      uk_gdpr: "UK GDPR Arts 17(3)(e), 18(2), 21(1)",
      us_ca_ccpa: "Cal. Civ. Code §1798.145(a)",
    },
  },
  {
    id: "expression",
    words: "It is needed for freedom of expression and information",
    rights: ["erasure"],
    laws: {
      eu_gdpr: "GDPR Art. 17(3)(a)",
      uk_gdpr: "UK GDPR Art. 17(3)(a)",
      us_ca_ccpa: "Cal. Civ. Code §1798.105(d)(4)",
    },
  },
  {
    id: "contract_continues",
    words: "It is needed to carry out the contract that the person has with us",
    rights: ["erasure"],
    laws: {
      us_ca_ccpa: "Cal. Civ. Code §1798.105(d)(1)",
      eu_gdpr: "GDPR Art. 17(1)(a)",
      uk_gdpr: "UK GDPR Art. 17(1)(a)",
    },
  },
  {
    id: "accurate",
    words: "We checked it and what we hold is right",
    rights: ["rectification"],
    laws: { eu_gdpr: "GDPR Art. 16", uk_gdpr: "UK GDPR Art. 16", us_ca_ccpa: "11 CCR §7023(b)" },
    all: true,
  },
  {
    id: "stronger_reason",
    words: "We have compelling legitimate grounds that override the person's interests",
    rights: ["objection"],
    laws: { eu_gdpr: "GDPR Art. 21(1)", uk_gdpr: "UK GDPR Art. 21(1)" },
  },
  {
    id: "no_ground_to_restrict",
    words: "None of the four cases of restriction applies",
    rights: ["restriction"],
    laws: { eu_gdpr: "GDPR Art. 18(1)", uk_gdpr: "UK GDPR Art. 18(1)" },
  },
  {
    id: "not_provided",
    words: "The person did not give us this data, or we do not use it by consent or contract",
    rights: ["portability"],
    laws: { eu_gdpr: "GDPR Art. 20(1)", uk_gdpr: "UK GDPR Art. 20(1)", ch_fadp: "FADP Art. 28(1)" },
  },
  {
    id: "no_consent",
    words: "This use does not rest on consent",
    rights: ["withdraw_consent"],
    laws: { eu_gdpr: "GDPR Art. 7(3)", uk_gdpr: "UK GDPR Art. 7(3)" },
    all: true,
  },
  {
    id: "no_automated_decision",
    words: "No decision with legal or similar effect was made by a machine alone",
    rights: ["automated_decision_review"],
    laws: { eu_gdpr: "GDPR Art. 22(1)", uk_gdpr: "UK GDPR Arts 22A–22D" },
    all: true,
  },
  {
    id: "processor",
    words: "The data belongs to a client of ours, who decides about it",
    rights: "every",
    laws: { eu_gdpr: "GDPR Art. 28(3)(e)", uk_gdpr: "UK GDPR Art. 28(3)(e)", us_ca_ccpa: "11 CCR §7050(e)" },
    all: true,
  },
  {
    id: "not_given_by_law",
    words: "No law that applies gives this right, and we do not offer it beyond the law",
    rights: "every",
    laws: {},
    all: true,
  },
] as const satisfies readonly Ground[];

export type GroundId = (typeof grounds)[number]["id"];

// What the law makes absolute can fail only for want of anything to act on.
const absolute: ReadonlySet<Right> = new Set<Right>([
  "marketing_objection",
  "opt_out_sale_sharing",
  "opt_out_ai_training",
  "limit_sensitive",
]);
const forAbsolute: ReadonlySet<string> = new Set(["not_held", "processor"]);

/** The grounds that this right can be refused on under these laws, as [id, sentence with its provisions]. */
export function groundsFor(right: Right, regimes: readonly RegimeId[]): readonly [id: string, sentence: string][] {
  const known: readonly Ground[] = grounds;
  return known
    .filter((ground) => ground.rights === "every" || ground.rights.includes(right))
    .filter(({ id }) => !absolute.has(right) || forAbsolute.has(id))
    .filter(({ id }) => id !== "not_given_by_law" || regimes.every((regime) => statuteWord(right, regime) === null))
    .flatMap(({ id, words, laws, all }): [string, string][] => {
      const provisions = regimes.flatMap((regime) => laws[regime] ?? []);
      if (provisions.length === 0) return all ? [[id, words]] : [];
      return [[id, `${words} (${provisions.join("; ")})`]];
    });
}

/** Which ground a recorded sentence names, and its provisions as they stand there; null for a sentence that is not ours. */
export function groundIn(sentence: string): { id: GroundId; words: string; provisions: string } | null {
  for (const { id, words } of grounds) {
    if (sentence === words) return { id, words, provisions: "" };
    if (sentence.startsWith(`${words} (`)) return { id, words, provisions: sentence.slice(words.length + 1) };
  }
  return null;
}
