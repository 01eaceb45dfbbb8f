import { BulkFields } from "@/components/console/bulk/bulk-fields";
import { stepWords } from "@/components/console/step-words";
import { typedText } from "@/components/console/steps/step-props";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { type BulkStep, bulkLimit } from "@/lib/domain/bulk";
import type { KeptValues } from "@/lib/forms/kept-values";

type ChoosePageProps = KeptValues & {
  /** Where the rows were chosen. */
  back: string;
  from: string;
  count: number;
  more: boolean;
  steps: readonly BulkStep[];
  members: readonly { id: string; name: string }[];
  /** Of messages, one row for each language. */
  templates: readonly { name: string; language: string }[];
};

/** What to do with many requests. Nothing happens yet: the next page shows which of them can. */
export function ChoosePage(props: ChoosePageProps) {
  const { back, from, count, more, steps, members, templates, values, mistakes } = props;
  return (
    <div className="flex max-w-[46rem] flex-col gap-5">
      <BackLink href={back}>Requests</BackLink>
      <ErrorSummary mistakes={mistakes} />
      <Heading lead="Nothing happens yet. The next page shows which of them can, and which cannot and why.">
        {count === 1 ? "One step for 1 request" : `One step for ${count.toLocaleString("en-GB")} requests`}
      </Heading>
      {more ? (
        <InsetText>
          The filter holds more. These are the first {bulkLimit.toLocaleString("en-GB")}, oldest duty first: that is as
          many as go in one run.
        </InsetText>
      ) : null}
      <form method="post" action="/console/bulk/plan" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="from" value={from} />
        <Radios
          name="step"
          label="What to do"
          mistake={mistakes.step}
          defaultValue={typedText(values, "step")}
          options={steps.map((step) => ({
            value: step,
            label: stepWords[step].name,
            hint: stepWords[step].effect,
            reveal: <BulkFields step={step} {...{ members, templates, values, mistakes }} />,
          }))}
        />
        <p className="max-w-measure text-small text-quiet">
          Extending, refusing, asking for proof and answering are not here: the law wants the reason of each single
          case.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button>Look it over</Button>
          <Button variant="quiet" href={back}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  );
}
