import { Choice } from "@/components/ui/choice";
import { Fieldset } from "@/components/ui/fieldset";
import { fieldId } from "@/components/ui/mistakes";
import { proofKinds, type StaffProofKind } from "@/lib/domain/verification";

export type KindGroup = { title: string | null; kinds: readonly StaffProofKind[] };

type ProofChoicesProps = {
  label: string;
  groups: readonly KindGroup[];
  hints: Readonly<Partial<Record<StaffProofKind, string>>>;
  chosen: string | undefined;
  mistake: string | undefined;
};

/** One kind out of several groups: what fits stands first, the rest under a title that says what it is. */
export function ProofChoices({ label, groups, hints, chosen, mistake }: ProofChoicesProps) {
  const full = groups.filter(({ kinds }) => kinds.length > 0);
  const first = full[0]?.kinds[0];
  return (
    <Fieldset name="kind" label={label} mistake={mistake}>
      {full.map(({ title, kinds }) => (
        <div key={title ?? ""} className="clear-both flex flex-col gap-1">
          {title ? <p className="mt-3 border-t border-line pt-3 text-small font-semibold text-quiet">{title}</p> : null}
          {kinds.map((kind) => (
            <Choice
              key={kind}
              kind="radio"
              name="kind"
              id={kind === first ? fieldId("kind") : `${fieldId("kind")}-${kind}`}
              option={{ value: kind, label: proofKinds[kind].words, hint: hints[kind] }}
              chosen={kind === chosen}
            />
          ))}
        </div>
      ))}
    </Fieldset>
  );
}
