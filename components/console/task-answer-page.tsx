import { verbWords } from "@/components/console/task-sentence";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type Mistakes, one, type Typed } from "@/lib/forms/kept-values";
import { countField } from "@/lib/forms/task-answer";
import type { StaffTask } from "@/lib/queries/staff-task";

type PageProps = { task: StaffTask; values: Typed; mistakes: Mistakes };

/** What staff found themselves, or were told on the telephone, in place of the owner's own answer. */
export function TaskAnswerPage({ task, values, mistakes }: PageProps) {
  const { reference, categories, verb } = task;
  const order = ["answer", "files", ...categories.map(({ id }) => countField(id)), "words"];
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <ErrorSummary mistakes={mistakes} order={order} />
      <BackLink href={`/console/requests/${reference}`}>{reference}</BackLink>
      <Heading
        lead={`${task.owner} was asked for ${verbWords[verb]} by ${calendarDayText(task.dueOn)}. Their link ends with your answer.`}
      >
        Answer for {task.system}
      </Heading>
      <form
        method="post"
        action={`/console/requests/${reference}/tasks/${task.id}/answer`}
        encType="multipart/form-data"
        className="flex flex-col gap-5"
        noValidate
      >
        <Radios
          name="answer"
          label="What came of it?"
          mistake={mistakes.answer}
          defaultValue={one(values, "answer")}
          options={[
            { value: "done", label: verb === "export" ? "Found: attached" : "Found and done" },
            { value: "not_found", label: "Nothing found" },
            { value: "exception", label: "Not done: they may not, or cannot" },
          ]}
        />
        <FileInput
          name="files"
          label="Files"
          optional="(optional)"
          hint="Up to 20, each up to 50 MB. Encrypted when they arrive; they go with the files of the answer."
          multiple
          mistake={mistakes.files}
        />
        {categories.map(({ id, name }) => (
          <TextInput
            key={id}
            name={countField(id)}
            label={`Records: ${name}`}
            optional="(optional)"
            width={10}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={one(values, countField(id))}
            mistake={mistakes[countField(id)]}
          />
        ))}
        <TextArea
          name="words"
          label="How you know, or why not"
          hint="Needed where it was not done. Staff alone read it."
          rows={4}
          defaultValue={one(values, "words")}
          mistake={mistakes.words}
        />
        <div>
          <Button>Write it down</Button>
        </div>
      </form>
    </div>
  );
}
