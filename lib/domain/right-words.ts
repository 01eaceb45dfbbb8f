// Decides how each right is called in everyday words; the statute's own word comes after it.
// Answers to GDPR Art. 12(1): concise and plain. The statutes' words and articles stand in right-statutes.ts.
import type { OfferedRight } from "./organisation";
import type { Right } from "./right";

/** `name` finishes "I want to …" on buttons; `statute` is the general term; `does` is one line; `hint` helps to choose. */
export type RightWords = { name: string; statute: string; does: string; hint: string };

export const rightWords: Readonly<Record<Right, RightWords>> = {
  access: {
    name: "Get a copy of your data",
    statute: "right of access",
    does: "We tell you what we hold about you, why, where it came from and who gets it, and give you a copy.",
    hint: "Choose this when you want to know what we have.",
  },
  rectification: {
    name: "Correct your data",
    statute: "right to rectification",
    does: "We put right what is wrong and complete what is missing.",
    hint: "Tell us what is wrong and what it should say.",
  },
  erasure: {
    name: "Delete your data",
    statute: "right to erasure",
    does: "We delete what we hold about you, and tell you what has to stay, why and until when.",
    hint: "This usually closes your account. You can ask for a copy at the same time: you get it first.",
  },
  portability: {
    name: "Move your data",
    statute: "right to data portability",
    does: "We give you the data you gave us in a file that other services can read.",
    hint: "Choose this when you want to take your data to another service.",
  },
  marketing_objection: {
    name: "Stop marketing",
    statute: "right to object to direct marketing",
    does: "We stop using your data for advertising to you.",
    hint: "No reason and no proof is needed. We have to stop.",
  },
  objection: {
    name: "Object to how we use your data",
    statute: "right to object",
    does: "We stop a use that you object to, unless we can show a stronger reason.",
    hint: "Tell us which use, and what about your situation speaks against it.",
  },
  restriction: {
    name: "Pause the use of your data",
    statute: "right to restriction of processing",
    does: "We keep your data but do not use it, for example while we check whether it is right.",
    hint: "Useful when you need the data kept, or dispute it.",
  },
  withdraw_consent: {
    name: "Take back your consent",
    statute: "right to withdraw consent",
    does: "We stop what you once agreed to. What happened before stays lawful.",
    hint: "Tell us what you agreed to, if you remember.",
  },
  opt_out_sale_sharing: {
    name: "Stop the sale or sharing of your data",
    statute: "right to opt out of sale and sharing",
    does: "We do not sell your data or share it for advertising across other sites.",
    hint: "No account and no proof is needed.",
  },
  limit_sensitive: {
    name: "Limit the use of sensitive data",
    statute: "right to limit the use of sensitive personal information",
    does: "We use sensitive data, such as health or exact location, only for what you asked us to do.",
    hint: "No account and no proof is needed.",
  },
  automated_decision_review: {
    name: "Have a person look at an automated decision",
    statute: "right to human review of automated decisions",
    does: "A person looks again at a decision that a machine made about you, and hears your view.",
    hint: "Tell us which decision, and what you think is wrong with it.",
  },
  opt_out_ai_training: {
    name: "Keep your data out of AI training",
    statute: "opt-out of model training",
    does: "We do not use your data to train models.",
    hint: "No account and no proof is needed.",
  },
  bias_report: {
    name: "Report unfair treatment by a machine",
    statute: "report of suspected bias",
    does: "We examine whether an automated system treated you unfairly, and tell you what we found.",
    hint: "Say what happened and when. You need not be sure.",
  },
};

/** The words of one right as this organisation offers it: its own name and hint where it has them. */
export function wordsOfOffered(offered: OfferedRight): RightWords {
  const words = rightWords[offered.right];
  return { ...words, name: offered.name ?? words.name, hint: offered.hint ?? words.hint };
}
