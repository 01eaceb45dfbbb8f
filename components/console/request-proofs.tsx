import { rightNames } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Section } from "@/components/ui/section";
import { StateTag } from "@/components/ui/state-tag";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { proofReasonWords, proofRule } from "@/lib/domain/proof-policy";
import { levelHeldBy, levelNeededBy } from "@/lib/domain/request-proofs";
import { levelNames, proofKinds } from "@/lib/domain/verification";

/** For each right: the level the policy demands, why, and whether what is held reaches it. */
export function RequestProofs({ view }: { view: ShownRequest }) {
  const { facts } = view;
  const held = levelHeldBy(facts);
  const needed = levelNeededBy(facts);
  return (
    <Section title="Proof" id="proof" aside={`held ${held} of ${needed} needed`}>
      <Table
        caption="Level of proof by right"
        captionHidden
        rows={facts.rights}
        rowKey={({ right }) => right}
        columns={[
          { key: "right", title: "Right", rowHeader: true, tight: true, cell: ({ right }) => rightNames[right] },
          { key: "needed", title: "Needed", tight: true, cell: ({ level }) => `${level} · ${levelNames[level]}` },
          {
            key: "held",
            title: "Held",
            tight: true,
            cell: ({ level }) => (
              <StateTag tone={held >= level ? "done" : "soon"} bare>
                {held} · {held >= level ? "enough" : "not enough"}
              </StateTag>
            ),
          },
          {
            key: "why",
            title: "Why this level",
            cell: ({ right }) => (
              <span className="block sm:min-w-64">
                {proofReasonWords(
                  proofRule({ right, relation: facts.received.relation, regimes: facts.received.regimes }).reason,
                )}
              </span>
            ),
          },
        ]}
      />
      {facts.proofs.length > 0 ? (
        <SummaryList
          rows={facts.proofs.map(({ kind, on }) => ({
            label: calendarDayText(on),
            value: `${proofKinds[kind].words} · level ${proofKinds[kind].level}`,
          }))}
        />
      ) : (
        <p className="text-quiet">No proof is held yet.</p>
      )}
      {needed > 0 && !facts.confirmedOn ? (
        <p className="max-w-measure">
          The address is not confirmed. Until it is, other proof does not count: nobody knows who reads that mailbox.
        </p>
      ) : null}
    </Section>
  );
}
