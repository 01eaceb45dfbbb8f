import { useTranslations } from "next-intl";
import { CodeInput } from "@/components/ui/code-input";

/** The code from the letter whose link led here: a machine that tests links does not read it. */
export function CodeBesideLink({ mistake }: { mistake: string | undefined }) {
  const t = useTranslations("portal.confirm");
  return <CodeInput name="code" label={t("besideLabel")} hint={t("codeHint")} length={8} mistake={mistake} />;
}
