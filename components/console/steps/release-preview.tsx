import { outcomeList } from "@/components/console/event-sentence";
import { ShownFiles } from "@/components/console/shown-files";
import { nameIn } from "@/components/console/shown-request";
import type { StepProps } from "@/components/console/steps/step-props";
import { LetterPreview } from "@/components/ui/letter-preview";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";

/** Exactly what will be sent: outcomes, words, files, the letter that tells of it, and last to whom. */
export function ReleasePreview({ view, profile }: StepProps) {
  const [answer] = view.answers;
  if (!answer) return <p>Your role does not include what was written, so you cannot release it.</p>;
  const { outcomes } = view.facts;
  const allRefused = outcomes.every(({ outcome }) => outcome === "refused");
  return (
    <>
      <Section title="Outcomes" id="outcomes" aside={`prepared by ${nameIn(view.names)(answer.preparedBy)}`}>
        <SummaryList
          rows={outcomes.map((decided) => ({
            label: <strong className="font-semibold text-ink">{outcomeList([decided])}</strong>,
            value: decided.ground ?? "no ground needed",
          }))}
        />
      </Section>
      <Section title="Answer" id="answer" aside="as the person will see it">
        <LetterPreview
          label="The answer, as the person will see it"
          head={[
            { label: "From", value: profile.letters.sender.name },
            { label: "About", value: `Request ${view.reference}` },
          ]}
        >
          <p className="whitespace-pre-wrap">{answer.words}</p>
        </LetterPreview>
      </Section>
      <Section title="Files" id="files" aside="Open each one before you release">
        {answer.files.length > 0 ? (
          <ShownFiles reference={view.reference} files={answer.files} opensPapers={view.opensPapers} />
        ) : (
          <p className="text-quiet">No files go with this answer.</p>
        )}
      </Section>
      <Section title="Letter" id="letter">
        <p className="max-w-measure">
          {allRefused
            ? "A letter tells the person that we refused, with the ground, how to complain, and a link to the answer."
            : "A letter tells the person that the answer is ready, with a link to it. It holds nothing of the answer itself."}
        </p>
      </Section>
      <Section title="Goes to" id="goes-to">
        <p>
          <strong className="font-semibold">{view.person?.askerName ?? view.person?.name}</strong>
          <br />
          {view.person?.email} · {view.facts.confirmedOn ? "confirmed" : "not confirmed"}
        </p>
      </Section>
    </>
  );
}
