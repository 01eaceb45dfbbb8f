import { Presence } from "@/components/console/presence/presence";
import { rightList } from "@/components/console/right-names";
import { type StaffStep, stepWords } from "@/components/console/step-words";
import { DraftPreview } from "@/components/console/steps/draft-preview";
import { Meanwhile } from "@/components/console/steps/meanwhile";
import { OpenChecklist } from "@/components/console/steps/open-checklist";
import { StepForm } from "@/components/console/steps/step-form";
import type { StepProps } from "@/components/console/steps/step-props";
import { BackLink } from "@/components/ui/back-link";
import { DueDate } from "@/components/ui/due-date";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { placeName } from "@/lib/domain/places";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import { withList } from "@/lib/forms/carried-list";

type StepPageProps = StepProps & {
  step: StaffStep;
  /** Who else has the request open, in sentences. */
  here: readonly string[];
  refusal: Refusal | null;
  /** The version that was looked at when what is typed was sent; null on a first visit. */
  seenVersion: number | null;
  /** It comes back from a template or from the preview; null: neither. */
  draft: "filled" | "preview" | null;
};

// What a form says beside the words that were typed.
const beside: ReadonlySet<string> = new Set(["seenVersion", "press", "from"]);

/** One step on a page of its own. A closed step says why; words that were typed into it stay readable. */
export function StepPage({ step, here, refusal, seenVersion, draft, ...props }: StepPageProps) {
  const { view, mistakes, typed } = props;
  const { country, region } = view.facts.received;
  const rights = view.facts.rights.map(({ right }) => right);
  const kept = Object.entries(typed).filter(
    ([name, value]) => !beside.has(name) && !name.startsWith("template-") && typeof value === "string" && value !== "",
  );
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href={withList(`/console/requests/${view.reference}`, view.from)}>{view.reference}</BackLink>
      <ErrorSummary mistakes={mistakes} />
      <Heading
        over={
          <span className="flex flex-wrap items-baseline gap-x-3">
            {rightList(rights)} · {placeName(country, region)}
            {view.clock.dueOn ? (
              <DueDate due={view.clock.dueOn} today={view.today} soonDays={props.profile.dueSoonDays} />
            ) : (
              "clock stopped"
            )}
          </span>
        }
        lead={stepWords[step].effect}
      >
        {stepWords[step].name}
      </Heading>
      <Presence reference={view.reference} activity={step} here={here} />
      {seenVersion === null ? null : (
        <Meanwhile view={view} seenVersion={seenVersion} timeZone={props.profile.timeZone} />
      )}
      {refusal ? (
        <>
          <Notice tone="warning" title="This step is closed">
            <p>{refusals[refusal]}</p>
          </Notice>
          {kept.length > 0 ? <KeptWords kept={kept} /> : null}
        </>
      ) : (
        <>
          {draft ? <DraftPreview step={step} {...props} shown={draft === "preview"} /> : null}
          {step === "prepare" || step === "release" ? <OpenChecklist view={view} /> : null}
          <StepForm step={step} {...props} />
        </>
      )}
    </div>
  );
}

function KeptWords({ kept }: { kept: readonly (readonly [string, string | readonly string[]])[] }) {
  return (
    <section aria-label="What you had typed" className="flex flex-col gap-2">
      <h2 className="text-h3 font-semibold">What you had typed</h2>
      {kept.map(([name, value]) => (
        <p key={name} className="max-w-measure rounded border border-line bg-raised p-3 whitespace-pre-wrap">
          {value}
        </p>
      ))}
    </section>
  );
}
