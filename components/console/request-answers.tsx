import { outcomeList } from "@/components/console/event-sentence";
import { ShownFiles } from "@/components/console/shown-files";
import { nameIn, type ShownAnswer, type ShownRequest } from "@/components/console/shown-request";
import { Details } from "@/components/ui/details";
import { InsetText } from "@/components/ui/inset-text";
import { Section } from "@/components/ui/section";

/** The answer that waits or was released; returned ones fold away. */
export function RequestAnswers({ view }: { view: ShownRequest }) {
  const [current, ...rest] = view.answers;
  if (!current) return null;
  const nameOf = nameIn(view.names);
  const returned = current.returnedAt ? view.answers : rest;
  return (
    <Section title="Answer" id="answer" aside={statusOf(current, nameOf)}>
      {current.returnedAt ? null : <Answer answer={current} view={view} />}
      {returned.map((answer) => (
        <Details key={answer.id} summary={`Returned, prepared by ${nameOf(answer.preparedBy)}`}>
          <p className="max-w-measure whitespace-pre-wrap">{answer.words}</p>
        </Details>
      ))}
    </Section>
  );
}

function statusOf({ releasedBy, returnedAt, preparedBy }: ShownAnswer, nameOf: (id: string) => string): string {
  if (releasedBy) return `prepared by ${nameOf(preparedBy)}, released by ${nameOf(releasedBy)}`;
  return returnedAt ? "none at present" : `prepared by ${nameOf(preparedBy)}, not sent yet`;
}

function Answer({ answer, view }: { answer: ShownAnswer; view: ShownRequest }) {
  const outcomes = outcomeList(view.facts.outcomes);
  return (
    <>
      <p className="font-semibold">{outcomes.charAt(0).toUpperCase() + outcomes.slice(1)}</p>
      {view.facts.outcomes.map(({ right, ground }) => (ground ? <p key={right}>Ground: {ground}</p> : null))}
      <InsetText>
        <p className="font-serif whitespace-pre-wrap">{answer.words}</p>
      </InsetText>
      <ShownFiles reference={view.reference} files={answer.files} opensPapers={view.opensPapers} />
    </>
  );
}
