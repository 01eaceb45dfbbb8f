// Decides what has to be looked at before a right is answered, right by right, and what a tick means: somebody looked.
// Answers to GDPR Arts 11–12, 15–22 and, where they apply, 11 CCR §§7022–7027. A reminder: it opens and shuts nothing.
import { type Citation, notRead } from "./law";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

type Line = {
  /** What was looked at, as a statement that can be ticked. */
  words: string;
  citation: Citation;
  /** Only where one of these laws applies; every law where it is left out. */
  only?: readonly RegimeId[];
};

const gdpr: readonly RegimeId[] = ["eu_gdpr", "uk_gdpr"];
const california: readonly RegimeId[] = ["us_ca_ccpa"];
const line = (words: string, cited: string, only?: readonly RegimeId[]): Line => ({
  words,
  citation: notRead(cited),
  ...(only ? { only } : {}),
});

export const checklistItems = {
  all_systems_searched: line("Every system that can hold their data was searched, processors too", "GDPR Art. 15(1)"),
  recipients_named: line("Recipients stand there by name, not by category", "GDPR Art. 15(1)(c); CJEU C-154/21", gdpr),
  others_covered: line("What is about other people is left out or covered", "GDPR Art. 15(4)"),
  never_disclosed_left_out: line(
    "No government, account or insurance number, password or biometric data goes out; that it is held is said",
    "11 CCR §7024(d)",
    california,
  ),
  purposes_and_periods: line(
    "Purposes, how long it is kept and where it came from are told",
    "GDPR Art. 15(1)(a)–(h)",
    gdpr,
  ),
  machine_readable: line("The copy is structured and machine-readable", "GDPR Art. 20(1)"),
  right_value_known: line(
    "What the right value is was looked into, with papers only where needed",
    "GDPR Art. 16; 11 CCR §7023",
  ),
  kept_by_exception: line(
    "What has to be kept is named, each with its exception and its end",
    "GDPR Art. 17(3); 11 CCR §7022(f)",
  ),
  processors_told: line(
    "Processors and service providers were told to do the same",
    "GDPR Art. 28(3); 11 CCR §7022(c)",
  ),
  recipients_told: line("Everybody who was given the data was told, unless that is impossible", "GDPR Art. 19"),
  backups_said: line("What stays in backups, and until when, stands in the answer", "11 CCR §7022(d)"),
  opt_out_offered: line("Where data is sold or shared, the opt-out is offered", "11 CCR §7022(g)", california),
  marked_restricted: line("The data is marked so that it is stored and nothing else", "GDPR Art. 18(1)–(2)"),
  lifting_told: line("It is noted that the person hears before the restriction ends", "GDPR Art. 18(3)"),
  grounds_weighed: line("Our grounds were weighed against theirs, and the weighing is written down", "GDPR Art. 21(1)"),
  marketing_stopped: line(
    "Marketing stopped everywhere, profiling for it too; no ground was looked for",
    "GDPR Art. 21(2)–(3)",
  ),
  kept_on_stop_list: line("Only what a stop list needs is kept", "GDPR Art. 21(3)"),
  nothing_else_rests_on_it: line("What rested on the consent alone was stopped", "GDPR Art. 7(3)"),
  third_parties_told: line("Whoever it was sold to or shared with was told to stop", "11 CCR §7026(f)"),
  no_proof_asked: line("Nobody was asked to prove who they are", "11 CCR §§7026(d), 7027(e)"),
  human_looked: line("A human with the power to change it looked at the decision anew", "GDPR Art. 22(3)"),
  logic_told: line("How the decision came about is told in plain words", "GDPR Art. 15(1)(h); 11 CCR Art. 11"),
  taken_out_of_training: line("The data is out of what is trained from now on", "The organisation's own promise"),
} as const satisfies Record<string, Line>;

export type ChecklistItem = keyof typeof checklistItems;
export const checklistItemIds = Object.keys(checklistItems) as readonly ChecklistItem[];

/** What each right asks to look at, in the order in which one comes by it. */
const lists: Readonly<Record<Right, readonly ChecklistItem[]>> = {
  access: [
    "all_systems_searched",
    "recipients_named",
    "purposes_and_periods",
    "others_covered",
    "never_disclosed_left_out",
  ],
  rectification: ["all_systems_searched", "right_value_known", "processors_told", "recipients_told"],
  erasure: [
    "all_systems_searched",
    "kept_by_exception",
    "processors_told",
    "recipients_told",
    "backups_said",
    "opt_out_offered",
  ],
  portability: ["all_systems_searched", "machine_readable", "others_covered", "never_disclosed_left_out"],
  marketing_objection: ["marketing_stopped", "kept_on_stop_list"],
  objection: ["grounds_weighed", "processors_told"],
  restriction: ["marked_restricted", "recipients_told", "lifting_told"],
  withdraw_consent: ["nothing_else_rests_on_it", "processors_told"],
  opt_out_sale_sharing: ["third_parties_told", "no_proof_asked"],
  limit_sensitive: ["processors_told", "no_proof_asked"],
  automated_decision_review: ["human_looked", "logic_told"],
  opt_out_ai_training: ["taken_out_of_training"],
  bias_report: ["human_looked"],
};

/** A line that somebody looked at. */
export type Ticked = { right: Right; item: ChecklistItem };
export type ChecklistLine = Ticked & { words: string; citation: Citation; done: boolean };

export function isOnList(right: Right, item: ChecklistItem): boolean {
  return lists[right].includes(item);
}

/** The list of one request: a line for each right and item that its laws know, with whether it was ticked. */
export function checklistOf(facts: {
  rights: readonly { right: Right }[];
  received: { regimes: readonly RegimeId[] };
  checklist: readonly Ticked[];
}): readonly ChecklistLine[] {
  return facts.rights.flatMap(({ right }) =>
    lists[right].flatMap((item) => {
      const { words, citation, only }: Line = checklistItems[item];
      if (only && !facts.received.regimes.some((regime) => only.includes(regime))) return [];
      return [{ right, item, words, citation, done: isTicked(facts.checklist, { right, item }) }];
    }),
  );
}

/** The ticks after one more was set or taken back. */
export function withTick(ticks: readonly Ticked[], tick: Ticked & { done: boolean }): readonly Ticked[] {
  const { right, item, done } = tick;
  const others = ticks.filter((one) => one.right !== right || one.item !== item);
  return done ? [...others, { right, item }] : others;
}

function isTicked(ticks: readonly Ticked[], { right, item }: Ticked): boolean {
  return ticks.some((one) => one.right === right && one.item === item);
}
