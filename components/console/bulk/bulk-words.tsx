import { languageName } from "@/components/console/template-words";
import { WritingGround } from "@/components/console/writing-ground";
import { Heading } from "@/components/ui/heading";
import { LetterPreview } from "@/components/ui/letter-preview";
import { refusals } from "@/lib/domain/refusal";
import type { BulkView } from "@/lib/queries/bulk-run";

/** What each of them gets, before they get it: the note, or in every language how the first of its readers will see it. */
export function BulkWords({ run }: { run: BulkView }) {
  return (
    <>
      <LeftOut run={run} />
      {run.note ? (
        <WritingGround to="staff">
          <p className="whitespace-pre-wrap">{run.note}</p>
        </WritingGround>
      ) : null}
      {run.previews.map(({ language, count, reference, to, words }) => (
        <section key={language} aria-label={`In ${languageName(language)}`} className="flex flex-col gap-2">
          <Heading level={2}>{`${languageName(language)}: ${count} ${count === 1 ? "person" : "persons"}`}</Heading>
          <LetterPreview
            label={`As the first of them will see it, in ${languageName(language)}`}
            head={[
              { label: "To", value: to },
              { label: "About", value: `Request ${reference}` },
            ]}
          >
            <p lang={language} className="whitespace-pre-wrap">
              {words}
            </p>
          </LetterPreview>
        </section>
      ))}
    </>
  );
}

/** How many are left out, and why; the rows themselves stand below. */
function LeftOut({ run }: { run: BulkView }) {
  const reasons = new Map<string, number>();
  for (const { outcome } of run.lines) {
    if (outcome !== "done") reasons.set(refusals[outcome], (reasons.get(refusals[outcome]) ?? 0) + 1);
  }
  if (reasons.size === 0) return null;
  return (
    <section aria-label="Left out" className="flex flex-col gap-1">
      <Heading level={2}>Left out</Heading>
      <ul className="list-disc pl-5">
        {[...reasons].map(([why, count]) => (
          <li key={why}>
            <span className="figures font-semibold">{count}</span>: {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
