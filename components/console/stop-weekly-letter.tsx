import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

type StopWeeklyLetterProps = {
  /** Null: the link in the letter stops nothing, or its half hour in this browser is over. */
  letter: { organisation: string; on: boolean } | null;
};

/** Asks before anything is stopped: machines that open every link of a letter stop nothing by it. */
export function StopWeeklyLetter({ letter }: StopWeeklyLetterProps) {
  if (!letter)
    return (
      <DoorFrame
        title="This link stops nothing"
        lead="Open the link in your newest weekly letter. If you no longer work for the organisation, you get no more of them."
      >
        {null}
      </DoorFrame>
    );
  const { organisation, on } = letter;
  if (!on)
    return (
      <DoorFrame
        title="The weekly letter is stopped"
        lead={`You get no more weekly letters about the privacy requests of ${organisation}.`}
      >
        <p className="max-w-measure">
          You can have it again: <TextLink href="/console/account#weekly">choose it in your account</TextLink>.
        </p>
      </DoorFrame>
    );
  return (
    <DoorFrame
      title="Stop the weekly letter?"
      lead={`Every Monday you get a letter with a link to the week's figures of ${organisation}. Letters about requests still come.`}
    >
      <form method="post" action="/console/weekly/stop/now">
        <Button>Stop this letter</Button>
      </form>
    </DoorFrame>
  );
}
