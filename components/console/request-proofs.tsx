import { ProofLines } from "@/components/console/proof-lines";
import { ProofNeeded } from "@/components/console/proof-needed";
import type { ShownRequest } from "@/components/console/shown-request";
import { Section } from "@/components/ui/section";
import { explainToStaff, sameExplained } from "@/lib/domain/proof-explanation";

/** What each right needs and why, whether what is held is enough, and every proof that the record knows. */
export function RequestProofs({ view }: { view: ShownRequest }) {
  const explained = explainToStaff(view.facts);
  const needed = explained.some(({ level }) => level > 0);
  return (
    <>
      <Section title="Proof needed" id="proof">
        <ul data-rows className="border-t border-line">
          {sameExplained(explained).map((group) => (
            <ProofNeeded key={group.map(({ right }) => right).join()} group={group} />
          ))}
        </ul>
        {needed && !view.facts.confirmedOn ? (
          <p className="max-w-measure">
            The address is not confirmed. Until it is, other proof does not count: nobody knows who reads that mailbox.
          </p>
        ) : null}
      </Section>
      <Section title="Proof held" id="proof-held">
        <ProofLines view={view} />
      </Section>
    </>
  );
}
