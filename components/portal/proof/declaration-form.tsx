import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset-text";
import { TextInput } from "@/components/ui/text-input";
import { type KeptValues, type Mistakes, one } from "@/lib/forms/kept-values";

type DeclarationFormProps = {
  action: string;
  text: readonly string[];
  back: { kept: KeptValues | null; mistakes: Mistakes };
};

/** The text as it will be kept, a box to agree, and the name that signs it. */
export function DeclarationForm({ action, text, back }: DeclarationFormProps) {
  const t = useTranslations("portal.declaration");
  const values = back.kept?.values ?? {};
  return (
    <form method="post" action={action} className="flex flex-col gap-8" noValidate>
      <Heading lead={t("lead")}>{t("title")}</Heading>
      <InsetText>
        <div className="flex flex-col gap-3 font-serif">
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </InsetText>
      <Checkbox
        name="agreed"
        label={t("agree")}
        defaultChecked={one(values, "agreed") === "yes"}
        mistake={back.mistakes.agreed}
      />
      <TextInput
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="name"
        spellCheck={false}
        defaultValue={one(values, "name")}
        mistake={back.mistakes.name}
      />
      <div className="flex flex-col gap-3">
        <div>
          <Button wide>{t("button")}</Button>
        </div>
        <p className="max-w-measure text-quiet">{t("kept")}</p>
      </div>
    </form>
  );
}
