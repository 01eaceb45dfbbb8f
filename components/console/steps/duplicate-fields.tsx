import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { TextInput } from "@/components/ui/text-input";

/** The other request. Where the desk itself noticed one, its reference stands there already. */
export function DuplicateFields({ view, typed, mistakes }: StepProps) {
  const { signals, duplicateOf } = view.around;
  const noticed = signals?.find(({ signal }) => signal === "known_duplicate")?.restsOn ?? [];
  const [likely] = noticed.filter(({ reference }) => duplicateOf.every((noted) => noted.reference !== reference));
  return (
    <TextInput
      name="of"
      label="Reference of the other request"
      hint={
        likely
          ? `${likely.reference} came from the same address before, asks for the same, and has no answer yet.`
          : "Like H4K2-9QTM-P. It stands in the queue and at the top of the request's page."
      }
      width={20}
      autoComplete="off"
      spellCheck={false}
      defaultValue={typedText(typed, "of") ?? likely?.reference}
      mistake={mistakes.of}
    />
  );
}
