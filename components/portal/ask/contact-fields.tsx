import { useTranslations } from "next-intl";
import { UnderAge } from "@/components/portal/ask/child-fields";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { Heading } from "@/components/ui/heading";
import { TextInput } from "@/components/ui/text-input";
import { freeOf } from "@/lib/domain/acting-for";
import { asksForOther, chosenRights } from "@/lib/forms/intake";
import { one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string };

/** Whose data, who asks, where the answer goes. The address is typed once: a confirmation finds a slip. */
export function ContactFields({ title, intake, mistakes, profile, account }: Props) {
  const t = useTranslations("portal");
  const { values } = intake;
  const forOther = asksForOther(values);
  const helping = one(values, "relation") === "helper";
  const rights = chosenRights(intake);
  const stopsMarketing = rights.includes("marketing_objection");
  const onlyMarketing = rights.length > 0 && freeOf(rights) === "all" && stopsMarketing;
  const known = one(values, "relation") === "agent" ? "knownEmailAgent" : forOther ? "knownEmailOther" : "knownEmail";
  const free = freeOf(rights);
  // Who helps may have come from an account of their own: only who asks for themselves finds it filled in.
  const own = one(values, "relation") === "self" ? account : null;
  const filledIn: Readonly<Record<string, string | null | undefined>> = { email: own?.email, name: own?.name };
  const field = (name: string) => ({
    name,
    defaultValue: one(values, name) || (filledIn[name] ?? ""),
    mistake: mistakes[name],
  });
  const whose = forOther || helping ? "nameOther" : "name";
  const where = helping ? "emailHelper" : "email";
  return (
    <>
      <Heading>{title}</Heading>
      <TextInput
        {...field("name")}
        label={t(`ask.contact.${whose}`)}
        hint={t(`ask.contact.${whose}Hint`)}
        autoComplete={whose === "name" ? "name" : "off"}
      />
      {forOther ? (
        <TextInput
          {...field("asker_name")}
          label={t("ask.contact.askerName")}
          hint={t("ask.contact.askerNameHint")}
          autoComplete="name"
        />
      ) : null}
      <TextInput
        {...field("email")}
        type="email"
        label={t(`ask.contact.${where}`)}
        hint={
          own
            ? t("account.emailHint")
            : onlyMarketing && !helping
              ? t("ask.contact.emailMarketingHint")
              : t(`ask.contact.${where}Hint`)
        }
        autoComplete={helping ? "off" : "email"}
        spellCheck={false}
      />
      <TextInput
        {...field("known_email")}
        type="email"
        label={t(`ask.contact.${known}`)}
        hint={t(`ask.contact.${known === "knownEmailAgent" && free === "all" ? "knownEmailFree" : known}Hint`)}
        optional={t("common.optional")}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...field("telephone")}
        type="tel"
        label={t("ask.contact.telephone")}
        hint={t(stopsMarketing ? "ask.contact.telephoneMarketingHint" : "ask.contact.telephoneHint")}
        optional={t("common.optional")}
        autoComplete="tel"
        width={20}
      />
      {one(values, "relation") === "self" ? <UnderAge profile={profile} chosen={one(values, "under_age")} /> : null}
    </>
  );
}
