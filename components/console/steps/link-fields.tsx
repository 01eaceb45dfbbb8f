import { linkWords } from "@/components/console/event-sentence";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { linkKinds } from "@/lib/domain/request-links";

const hints = {
  same_person: "The same person asks for something else.",
  related: "Another person, the same matter: a household, an incident, an agent's list.",
} as const;

/** The other request, and how the two belong together. */
export function LinkFields({ typed, mistakes }: StepProps) {
  return (
    <>
      <TextInput
        name="to"
        label="Reference of the other request"
        hint="Like H4K2-9QTM-P. It stands in the queue and at the top of the request's page."
        width={20}
        autoComplete="off"
        spellCheck={false}
        defaultValue={typedText(typed, "to")}
        mistake={mistakes.to}
      />
      <Radios
        name="as"
        label="How they belong together"
        options={linkKinds.map((kind) => ({ value: kind, label: sentence(linkWords[kind]), hint: hints[kind] }))}
        defaultValue={typedText(typed, "as")}
        mistake={mistakes.as}
      />
    </>
  );
}

/** Only what was linked from here can be taken away here. */
export function UnlinkFields({ view, typed, mistakes }: StepProps) {
  const { links } = view.facts;
  return (
    <Select
      name="to"
      label="Link to take away"
      width={20}
      options={links.map(({ to, as }) => ({ value: to, label: `${to}, ${linkWords[as]}` }))}
      defaultValue={typedText(typed, "to") ?? links[0]?.to}
      mistake={mistakes.to}
    />
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
