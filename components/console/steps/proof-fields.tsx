import { type KindGroup, ProofChoices } from "@/components/console/steps/proof-choices";
import { askHints, lookHints } from "@/components/console/steps/proof-hints";
import { ProofStanding } from "@/components/console/steps/proof-standing";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { SuspensionField } from "@/components/console/steps/suspension-field";
import { TextArea } from "@/components/ui/text-area";
import {
  askableKinds,
  explainToStaff,
  fitsRelation,
  kindsThatHelp,
  type StaffExplained,
} from "@/lib/domain/proof-explanation";
import { mayBeAsked } from "@/lib/domain/proof-policy";
import type { ProofKind, StaffProofKind } from "@/lib/domain/verification";
import { staffProofKinds } from "@/lib/forms/console-steps";

type ProofStep = "ask_proof" | "accept_proof" | "reject_proof";

const copy = {
  ask_proof: {
    kind: "What to ask for",
    words: "What to send and why",
    hint: "The person reads exactly this. Ask for the least that does, say how to send it safely, and when it is destroyed.",
  },
  accept_proof: {
    kind: "What was checked",
    words: "How it was checked",
    hint: "For the record; the person does not read it. Name what was compared, never the data itself.",
  },
  reject_proof: {
    kind: "What was sent",
    words: "Why it does not do",
    hint: "The person reads exactly this. Say what would do.",
  },
} as const;

/** Kind of proof and the words that go with it, under what the policy needs and lets ask for. */
export function ProofFields({ step, ...props }: StepProps & { step: ProofStep }) {
  const { view, typed, mistakes } = props;
  const explained = explainToStaff(view.facts);
  const { kind, words, hint } = copy[step];
  return (
    <>
      <ProofStanding explained={explained} />
      <ProofChoices
        label={kind}
        groups={groupsOf(step, props, explained)}
        hints={step === "ask_proof" ? askHints : lookHints}
        chosen={typedText(typed, "kind")}
        mistake={mistakes.kind}
      />
      {step === "ask_proof" ? (
        <TextArea
          name="beyond"
          label="Why do you need it?"
          optional="(only for more than the policy asks)"
          hint="The person reads this. Say what is special about this request; “our rules” is no reason."
          rows={3}
          defaultValue={typedText(typed, "beyond")}
          mistake={mistakes.beyond}
        />
      ) : null}
      <TextArea
        name="words"
        label={words}
        hint={hint}
        rows={6}
        defaultValue={typedText(typed, "words")}
        mistake={mistakes.words}
      />
      {step === "ask_proof" ? <SuspensionField ground="identity" {...props} /> : null}
    </>
  );
}

function groupsOf(step: ProofStep, { view, profile }: StepProps, explained: readonly StaffExplained[]): KindGroup[] {
  const { facts } = view;
  const documents = profile.identity.documents !== "never";
  const held = facts.proofs.map((proof) => proof.kind);
  const kinds = staffProofKinds.filter(
    (kind) => (documents || kind !== "document_checked") && fitsRelation(kind, facts.received.relation),
  );
  if (step === "reject_proof") return split(kinds, held, "Sent and not accepted");
  const open = kinds.filter((kind) => !held.includes(kind));
  if (step === "ask_proof") return split(open.filter(mayBeAsked), askableKinds(explained), "More than the policy asks");
  // Only the person's own answer can be recorded as that.
  const said = facts.authority.confirmedOn !== null;
  const acceptable = open.filter((kind) => said || kind !== "confirmed_by_person");
  return split(acceptable, kindsThatHelp(explained), "Of no use for what is missing");
}

function split(kinds: readonly StaffProofKind[], first: readonly ProofKind[], title: string): KindGroup[] {
  const fits = kinds.filter((kind) => first.includes(kind));
  return [
    { title: null, kinds: fits },
    {
      title: fits.length > 0 || title.startsWith("More") ? title : null,
      kinds: kinds.filter((kind) => !fits.includes(kind)),
    },
  ];
}
