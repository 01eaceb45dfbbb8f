import { PlanTable } from "@/components/console/plan-table";
import { StepPost } from "@/components/console/step-post";
import { type StaffStep, stepWords } from "@/components/console/step-words";
import { AnswerFields } from "@/components/console/steps/answer-fields";
import { AssignFields } from "@/components/console/steps/assign-fields";
import { ContestEntryFields } from "@/components/console/steps/contest-entry-fields";
import { ContestFields } from "@/components/console/steps/contest-fields";
import { DelayFields } from "@/components/console/steps/delay-fields";
import { DeliveryCodeFields } from "@/components/console/steps/delivery-code-fields";
import { DuplicateFields } from "@/components/console/steps/duplicate-fields";
import { ExtendFields } from "@/components/console/steps/extend-fields";
import { InternalDateFields } from "@/components/console/steps/internal-date-fields";
import { LinkFields, UnlinkFields } from "@/components/console/steps/link-fields";
import { NoteFields } from "@/components/console/steps/note-fields";
import { PlanFields } from "@/components/console/steps/plan-fields";
import { ProofFields } from "@/components/console/steps/proof-fields";
import { ReleasePreview } from "@/components/console/steps/release-preview";
import { SnoozeFields } from "@/components/console/steps/snooze-fields";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { SuspensionField } from "@/components/console/steps/suspension-field";
import { PreviewButton, TemplateChooser } from "@/components/console/steps/template-chooser";
import { WritingGround } from "@/components/console/writing-ground";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { templateKindOf } from "@/lib/domain/letter-template";
import { withList } from "@/lib/forms/carried-list";
import { templateField } from "@/lib/forms/step-words-field";

const sendWords: Readonly<Partial<Record<StaffStep, string>>> = {
  assign: "Assign",
  note: "Keep as internal note",
  message: "Send to the person",
  ask_proof: "Send and wait",
  ask_clarification: "Send and wait",
  reject_proof: "Reject and tell the person",
  extend: "Extend and tell the person",
  tell_delay: "Tell the person",
  prepare: "Hand to the approver",
  plan_erasure: "Make the plan",
  return_plan: "Return",
  return: "Return",
  note_duplicate: "Note it on both",
  link_request: "Link them",
  unlink_request: "Take the link away",
  give_delivery_code: "Make the code",
  enter_contest: "Enter it",
  acknowledge_contest: "Confirm it",
  extend_contest: "Take more time and tell the person",
  decide_contest: "Decide and tell the person",
  reverse_answer: "Reverse and tell the person",
};

/** The form of one step with its one button. */
export function StepForm({ step, ...props }: StepProps & { step: StaffStep }) {
  return (
    <StepPost step={step} view={props.view} files={step === "prepare"}>
      {step === "message" || step === "note" ? (
        <WritingGround to={step === "note" ? "staff" : "person"}>
          <Fields step={step} {...props} />
        </WritingGround>
      ) : (
        <Fields step={step} {...props} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button>{sendWords[step] ?? stepWords[step].name}</Button>
        {props.view.from ? (
          <Button variant="secondary" name="press" value="next">
            {sendWords[step] ?? stepWords[step].name}, then the next
          </Button>
        ) : null}
        {templateKindOf(step) && step !== "note" ? <PreviewButton step={step} view={props.view} /> : null}
        <Button variant="quiet" href={withList(`/console/requests/${props.view.reference}`, props.view.from)}>
          Cancel
        </Button>
      </div>
      <TemplateChooser step={step} view={props.view} chosen={typedText(props.typed, templateField(step))} />
    </StepPost>
  );
}

function Fields({ step, ...props }: StepProps & { step: StaffStep }) {
  switch (step) {
    case "assign":
      return <AssignFields {...props} />;
    case "ask_proof":
    case "accept_proof":
    case "reject_proof":
      return <ProofFields step={step} {...props} />;
    case "extend":
      return <ExtendFields {...props} />;
    case "tell_delay":
      return <DelayFields {...props} />;
    case "prepare":
      return <AnswerFields {...props} />;
    case "enter_contest":
      return <ContestEntryFields {...props} />;
    case "acknowledge_contest":
    case "extend_contest":
    case "decide_contest":
    case "reverse_answer":
      return <ContestFields step={step} {...props} />;
    case "give_delivery_code":
      return <DeliveryCodeFields />;
    case "note_duplicate":
      return <DuplicateFields {...props} />;
    case "link_request":
      return <LinkFields {...props} />;
    case "unlink_request":
      return <UnlinkFields {...props} />;
    case "snooze":
      return <SnoozeFields {...props} />;
    case "set_internal_date":
      return <InternalDateFields {...props} />;
    case "release":
      return <ReleasePreview {...props} />;
    case "note":
      return <NoteFields rows={8} {...props} />;
    case "message":
    case "return":
    case "return_plan":
      return <Words step={step} {...props} />;
    case "ask_clarification":
      return (
        <>
          <Words step={step} {...props} />
          <SuspensionField ground="clarification" {...props} />
        </>
      );
    case "plan_erasure":
      return <PlanFields {...props} />;
    case "release_plan":
      return props.view.facts.plan ? <PlanTable plan={props.view.facts.plan} /> : null;
    case "begin":
    case "resume":
    case "close":
    case "wake":
    case "tick_item":
      return null;
  }
}

const labels = {
  message: { label: "Message", hint: "The person reads exactly this on their page." },
  ask_clarification: {
    label: "What we need to know",
    hint: "Ask for one thing at a time and say why it matters. The person reads exactly this.",
  },
  return: { label: "What has to change", hint: "The handler reads it as a note. The person never does." },
  return_plan: { label: "What has to change", hint: "The handler reads it as a note. The person never does." },
} as const;

function Words({ step, typed, mistakes }: StepProps & { step: keyof typeof labels }) {
  const name = step === "message" ? step : "words";
  return (
    <TextArea name={name} {...labels[step]} rows={8} defaultValue={typedText(typed, name)} mistake={mistakes[name]} />
  );
}
