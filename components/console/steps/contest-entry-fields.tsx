import { channelWords } from "@/components/console/event-sentence";
import { contestNames } from "@/components/console/request-contests";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { DateInput } from "@/components/ui/date-input";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { contestKinds, isWrittenTo } from "@/lib/domain/contest";
import { spokenChannels } from "@/lib/domain/events";
import { lawOf } from "@/lib/domain/laws";

/** What came by telephone, mail, post or across the counter against what we did: of which kind, how, when, in whose words. */
export function ContestEntryFields({ view, typed, mistakes }: StepProps) {
  const laws = view.facts.received.regimes.map(lawOf);
  const known = contestKinds.filter((kind) => laws.some(({ after }) => after[kind]));
  const part = (name: string) => typedText(typed, `arrivedOn-${name}`);
  return (
    <>
      <Radios
        name="contest"
        label="What it is"
        options={known.map((kind) => ({
          value: kind,
          label: contestNames[kind],
          hint: `${laws.flatMap(({ name, after }) => (after[kind] ? [name] : [])).join(", ")}`,
        }))}
        defaultValue={typedText(typed, "contest") ?? (known.length === 1 ? known[0] : undefined)}
        mistake={mistakes.contest}
      />
      <Radios
        name="channel"
        label="How it came"
        options={spokenChannels.map((channel) => ({ value: channel, label: capital(channelWords[channel]) }))}
        inline
        defaultValue={typedText(typed, "channel")}
        mistake={mistakes.channel}
      />
      <DateInput
        name="arrivedOn"
        label="When it reached us"
        optional="(if not today)"
        hint="The law counts from the day it reached anybody here."
        defaultValue={{ day: part("day"), month: part("month"), year: part("year") }}
        mistake={mistakes.arrivedOn}
      />
      <TextArea
        name="words"
        label="In their words"
        hint="What they said or wrote. The person finds it on their page."
        rows={6}
        defaultValue={typedText(typed, "words")}
        mistake={mistakes.words}
      />
      <InsetText>
        <p>
          {isWrittenTo(view.facts)
            ? "The person gets the letter that confirms it, with its dates."
            : "No address of this person is proven, so no letter goes. Confirm by telephone, by post or in person that it arrived, and say so here: the law counts the days for that too."}
        </p>
      </InsetText>
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
