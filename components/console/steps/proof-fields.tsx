import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { SuspensionField } from "@/components/console/steps/suspension-field";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { levelHeldBy, levelNeededBy } from "@/lib/domain/request-proofs";
import { type Level, levelNames, proofKinds } from "@/lib/domain/verification";
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

/** Kind of proof and the words that go with it, under what the policy demands. */
export function ProofFields({ step, ...props }: StepProps & { step: ProofStep }) {
  const { view, profile, typed, mistakes } = props;
  const needed = levelNeededBy(view.facts);
  const held = levelHeldBy(view.facts);
  const documents = profile.identity.documents !== "never";
  const kinds = staffProofKinds.filter((kind) => documents || kind !== "document_checked");
  const { kind, words, hint } = copy[step];
  return (
    <>
      <InsetText>
        <p>
          Needed: level {needed}, {levelNames[needed]}. Held: level {held}, {levelNames[held]}.
          {needed > 0 && !view.facts.confirmedOn
            ? " The address itself is not confirmed yet; only the person can do that."
            : ""}
        </p>
      </InsetText>
      <Radios
        name="kind"
        label={kind}
        options={kinds.map((one) => ({
          value: one,
          label: proofKinds[one].words,
          hint: weightOf(step, proofKinds[one].level, needed),
        }))}
        defaultValue={typedText(typed, "kind")}
        mistake={mistakes.kind}
      />
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

function weightOf(step: ProofStep, level: Level, needed: Level): string {
  if (level < needed) return `Level ${level}: less than these rights need.`;
  if (level > needed && step === "ask_proof")
    return `Level ${level}: more than needed. Only when nothing gentler can work; say why.`;
  return `Level ${level}`;
}
