import type { ShownRequest } from "@/components/console/shown-request";
import type { StaffStep } from "@/components/console/step-words";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { languageName } from "@/components/console/template-words";
import { InsetText } from "@/components/ui/inset-text";
import { LetterPreview } from "@/components/ui/letter-preview";
import { blankLeft, templateKindOf } from "@/lib/domain/letter-template";
import { one, type Typed } from "@/lib/forms/kept-values";
import { templateField, wordsField } from "@/lib/forms/step-words-field";

type DraftPreviewProps = Pick<StepProps, "view" | "typed" | "profile"> & { step: StaffStep; shown: boolean };

/** What came of a template or of the preview: in which language it is, what is still blank, and what the person would read. */
export function DraftPreview({ step, view, typed, profile, shown }: DraftPreviewProps) {
  const words = typedText(typed, wordsField(step)) ?? "";
  const left = blankLeft(words);
  const other = otherLanguage(step, view, typed);
  return (
    <>
      {other ? (
        <InsetText>
          <p>
            The person reads {languageName(view.language)}. This template is there in {languageName(other)} only: write
            it in their language, or leave it so knowingly.
          </p>
        </InsetText>
      ) : null}
      {left ? (
        <InsetText>
          <p>{left} could not be filled. It is not sent before you fill it or take it out.</p>
        </InsetText>
      ) : null}
      {shown && words !== "" ? (
        <LetterPreview
          label="As the person will see it"
          head={[
            { label: "From", value: profile.name },
            { label: "To", value: view.person?.askerName ?? view.person?.name ?? "the person" },
            { label: "About", value: `Request ${view.reference}` },
          ]}
        >
          <p lang={view.language} className="whitespace-pre-wrap">
            {words}
          </p>
        </LetterPreview>
      ) : null}
      {shown ? (
        <p className="max-w-measure text-quiet">
          This is a preview; nothing was sent. The words stand on the person's page. The letter that tells of them holds
          a link and none of them.
        </p>
      ) : null}
    </>
  );
}

function otherLanguage(step: StaffStep, view: ShownRequest, typed: Typed): string | null {
  const id = one(typed, templateField(step));
  const found = view.templates.find(({ template }) => template.id === id && template.kind === templateKindOf(step));
  return found?.fallback ? found.template.language : null;
}
