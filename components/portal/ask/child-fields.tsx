import { useTranslations } from "next-intl";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { Checkbox } from "@/components/ui/checkbox";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string };

/** Which side of the organisation's own age: enough to decide, and no date of birth (GDPR Art. 5(1)(c)). */
export function ChildField({ title, intake, mistakes }: Props) {
  const t = useTranslations("portal.ask.child");
  const { under } = intake.child;
  return (
    <Radios
      name="child_age"
      labelIsHeading
      label={title}
      hint={t(one(intake.values, "country") === "GB" ? "hintScotland" : "hint")}
      options={[
        { value: "under", label: t("under", { under }) },
        { value: "over", label: t("over", { under }) },
        { value: "care", label: t("care"), hint: t("careHint") },
      ]}
      defaultValue={one(intake.values, "child_age")}
      mistake={mistakes.child_age}
    />
  );
}

/** A young person decides alone; their parent may go on with their permission. */
export function YoungField({ title, slug }: Props) {
  const t = useTranslations("portal.ask.young");
  return (
    <div className="flex flex-col gap-4">
      <Heading>{title}</Heading>
      <p>{t.rich("text", { page: (words) => <TextLink href={`/${slug}`}>{words}</TextLink> })}</p>
      <p>{t("orAgent")}</p>
      <input type="hidden" name="as_agent" value="yes" />
    </div>
  );
}

/** Nobody is asked; whoever is under the age can say so. */
export function UnderAge({ profile, chosen }: { profile: OrganisationProfile; chosen: string }) {
  const t = useTranslations("portal.ask.contact");
  const { under, rule } = profile.child;
  return (
    <Details summary={t("youngSummary", { under })} open={chosen === "yes"}>
      <div className="flex flex-col gap-3">
        <p>{t(rule === "delete_on_contact" ? "youngDelete" : "youngVerify", { under, name: profile.name })}</p>
        <Checkbox name="under_age" label={t("youngLabel", { under })} defaultChecked={chosen === "yes"} />
      </div>
    </Details>
  );
}
