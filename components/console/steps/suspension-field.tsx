import { rightList } from "@/components/console/right-names";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { Checkbox } from "@/components/ui/checkbox";
import { InsetText } from "@/components/ui/inset-text";
import { effectsOfAsking } from "@/lib/domain/clock-pauses";
import { conditionWords } from "@/lib/domain/clock-words";
import type { ClaimedPause, Law, PauseGround } from "@/lib/domain/law";
import { lawOf } from "@/lib/domain/laws";

/** What asking does to the clocks of this request: by itself, only if claimed, or nothing. Unticked is the careful answer. */
export function SuspensionField({ ground, view, typed }: StepProps & { ground: PauseGround }) {
  const { received, rights } = view.facts;
  const asked = rights.map(({ right }) => right);
  const effects = effectsOfAsking(received.regimes.map(lawOf), asked, ground);
  const terms = effects.flatMap(({ law, rule }) => (rule.effect === "starts_over" ? [] : [termOf(law, rule)]));
  return (
    <>
      <InsetText>
        {effects.length === 0 ? <p>No law of this request stops the clock for this. It runs on.</p> : null}
        {effects
          .filter(({ rule }) => rule.effect === "starts_over")
          .map(({ law, rule }) => (
            <p key={law.id}>
              {law.name}:{" "}
              {ground === "identity" ? "only where you have reasonable doubts about who asks (Art. 12(6)). " : ""}
              The clock then starts when the answer arrives, by statute ({rule.citation.text}). Asking after the period
              has ended moves nothing.
            </p>
          ))}
        {terms.length > 0 ? <p>Otherwise the clock runs on while we wait, unless you stop it below.</p> : null}
      </InsetText>
      {terms.length > 0 ? (
        <Checkbox
          name="suspends"
          label="Stop the clock while we wait"
          hint={terms.join(" ")}
          defaultChecked={typedText(typed, "suspends") === "yes"}
        />
      ) : null}
    </>
  );
}

function termOf(law: Law, rule: ClaimedPause): string {
  const which = rule.rights === "every" ? "" : `, ${rightList(rule.rights).toLowerCase()} only`;
  return `${law.name}${which}: only for ${conditionWords[rule.condition]} (${rule.citation.text}).`;
}
