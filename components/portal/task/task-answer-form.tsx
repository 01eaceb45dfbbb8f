import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FileInput } from "@/components/ui/file-input";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type Mistakes, one, type Typed } from "@/lib/forms/kept-values";
import { countField } from "@/lib/forms/task-answer";
import type { OwnerTask } from "@/lib/queries/owner-task";

type FormProps = { slug: string; task: OwnerTask; mistakes: Mistakes; values: Typed };

/** One answer of three; numbers and files belong to the first, the reason to the last. All stand there: it works without scripts. */
export function TaskAnswerForm({ slug, task, mistakes, values }: FormProps) {
  const t = useTranslations("portal.tasks");
  const common = useTranslations("portal.common");
  const write = useTranslations("portal.write");
  const { verb } = task;
  return (
    <form
      method="post"
      action={`/${slug}/tasks/answer`}
      encType="multipart/form-data"
      className="flex flex-col gap-8"
      noValidate
    >
      <Radios
        name="answer"
        label={t("answer")}
        mistake={mistakes.answer}
        defaultValue={one(values, "answer")}
        options={[
          { value: "done", label: t("done", { verb }), hint: t("doneHint", { verb }) },
          { value: "not_found", label: t("notFound"), hint: t("notFoundHint") },
          { value: "exception", label: t("exception"), hint: t("exceptionHint") },
        ]}
      />
      {verb === "export" ? (
        <FileInput
          name="files"
          label={t("files")}
          optional={common("optional")}
          hint={t("filesHint", { kinds: write("kinds") })}
          multiple
          mistake={mistakes.files}
        />
      ) : null}
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="float-left w-full font-semibold">
          {t("counts")} <span className="font-normal text-quiet">{common("optional")}</span>
        </legend>
        {task.categories.map(({ id, name }) => (
          <TextInput
            key={id}
            name={countField(id)}
            label={name}
            width={10}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={one(values, countField(id))}
            mistake={mistakes[countField(id)]}
          />
        ))}
      </fieldset>
      <TextArea
        name="words"
        label={t("words")}
        optional={common("optional")}
        hint={t("wordsHint")}
        rows={4}
        defaultValue={one(values, "words")}
        mistake={mistakes.words}
      />
      <div className="flex flex-col gap-3">
        <div>
          <Button wide>{t("send")}</Button>
        </div>
        <p className="max-w-measure text-quiet">{t("sendText")}</p>
      </div>
    </form>
  );
}
