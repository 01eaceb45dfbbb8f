import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/text-area";
import { many } from "@/lib/forms/kept-values";

/** A note, and who is to read it: ticked here, or named in it after an @. */
export function NoteFields({ view, typed, mistakes, rows }: Omit<StepProps, "profile"> & { rows: number }) {
  const named = many(typed, "mentions");
  const readers = view.members.filter(({ readsNotes }) => readsNotes);
  return (
    <>
      <TextArea
        name="note"
        label="Internal note"
        hint="Staff alone read it. @ and a colleague's whole name mentions them."
        rows={rows}
        defaultValue={typedText(typed, "note")}
        mistake={mistakes.note}
      />
      <Details summary="Mention colleagues" open={named.length > 0}>
        <Checkboxes
          name="mentions"
          label="Who should read it"
          hint="They get a letter with a link, and not a word of the note."
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={named}
        />
      </Details>
    </>
  );
}
