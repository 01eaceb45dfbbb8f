import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { TextInput } from "@/components/ui/text-input";
import { type Mistakes, one, type Typed } from "@/lib/forms/kept-values";

type CodeFormProps = {
  slug: string;
  /** Known after sending: then it need not be typed. */
  reference?: string;
  mistakes: Mistakes;
  values: Typed;
};

/** Reference and code, for those who read the letter on another device. Paste works, spaces are fine (WCAG 3.3.8). */
export function CodeForm({ slug, reference, mistakes, values }: CodeFormProps) {
  const t = useTranslations("portal.confirm");
  return (
    <form method="post" action={`/${slug}/confirm/code`} className="flex flex-col gap-6" noValidate>
      {reference ? (
        <input type="hidden" name="reference" value={reference} />
      ) : (
        <TextInput
          name="reference"
          label={t("reference")}
          hint={t("referenceHint")}
          width={20}
          spellCheck={false}
          autoComplete="off"
          defaultValue={one(values, "reference")}
          mistake={mistakes.reference}
        />
      )}
      <CodeInput name="code" label={t("code")} hint={t("codeHint")} length={8} mistake={mistakes.code} />
      <div>
        <Button wide>{t("button")}</Button>
      </div>
    </form>
  );
}
