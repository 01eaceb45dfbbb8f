import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { StateTag } from "@/components/ui/state-tag";
import { freshMinutes } from "@/lib/domain/delivery";

/** A factor that counts already: said, so that nobody looks for what is left to do here. */
export function ShownAnew({ title, id }: { title: string; id: string }) {
  const t = useTranslations("portal.open");
  return (
    <Section title={title} id={id}>
      <p>
        <StateTag tone="done">{t("shown", { minutes: freshMinutes })}</StateTag>
      </p>
    </Section>
  );
}
