import { useTranslations } from "next-intl";
import { questionTitle } from "@/components/portal/ask/question-title";
import { Lines } from "@/components/portal/lines";
import { OfferedName } from "@/components/portal/offered-right";
import { useWords } from "@/components/portal/words";
import type { SummaryRow } from "@/components/ui/summary-list";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { Relation } from "@/lib/domain/verification";
import { asksForOther, chosenRights } from "@/lib/forms/intake";
import { childTold } from "@/lib/forms/intake-child";
import { asksDetails, type DetailName, type DetailOption, detailFields, detailsOf } from "@/lib/forms/intake-details";
import type { Intake } from "@/lib/forms/intake-question";
import { one } from "@/lib/forms/kept-values";

/** Where an age was told: a grown child's parent went on as their agent and begins with whom they ask for. */
const askedAgeOn = { under: "child", care: "child", over: "who", self: "contact" } as const;

/** Every answer with its way back. Rows follow the order of the questions. */
export function useCheckRows(slug: string, profile: OrganisationProfile, intake: Intake): SummaryRow[] {
  const t = useTranslations("portal");
  const words = useWords();
  const { values } = intake;
  const rights = chosenRights(intake);
  const change = (question: string, context: string) => ({ href: `/${slug}/ask/${question}?from=check`, context });
  const offered = profile.rights.filter(({ right }) => rights.includes(right));
  const forOther = asksForOther(values);
  const told = childTold(intake);
  const given = (name: string) => one(values, name).trim();
  const typed = (label: string, name: string): SummaryRow[] =>
    given(name) ? [{ label, value: given(name), change: change("contact", label.toLowerCase()) }] : [];
  return [
    {
      label: t("ask.who.short"),
      value: t(`ask.who.${one(values, "relation") as Relation}`),
      change: change("who", t("ask.check.changeContext.who")),
    },
    {
      label: forOther ? t("ask.place.shortOther") : t("ask.place.short"),
      value: words.place(given("country"), given("region")),
      change: change("place", t("ask.check.changeContext.place")),
    },
    ...(told
      ? [
          {
            label: t("ask.child.short"),
            value: t("ask.child.told", { told, under: intake.child.under }),
            change: change(askedAgeOn[told], t("ask.child.short").toLowerCase()),
          },
        ]
      : []),
    ...(forOther && given("authority")
      ? [
          {
            label: t("ask.authority.short"),
            value: <Lines text={given("authority")} />,
            change: change("authority", t("ask.check.changeContext.authority")),
          },
        ]
      : []),
    {
      label: t("ask.rights.short"),
      value: (
        <ul>
          {offered.map((one) => (
            <li key={one.right}>
              <OfferedName offered={one} profile={profile} />
            </li>
          ))}
        </ul>
      ),
      change: change("rights", t("ask.check.changeContext.rights")),
    },
    ...rights.filter(asksDetails).flatMap((right) => {
      const named = detailsOf(right).filter((name) => given(name) !== "");
      if (named.length === 0) return [];
      const label = questionTitle(right, intake, t);
      return [{ label, value: <Answers names={named} intake={intake} />, change: change(right, label.toLowerCase()) }];
    }),
    ...(given("wish_words")
      ? [{ label: t("ask.unsure.title"), value: <Lines text={given("wish_words")} /> } satisfies SummaryRow]
      : []),
    ...typed(t(one(values, "relation") === "self" ? "ask.contact.name" : "ask.contact.nameOther"), "name"),
    ...(forOther ? typed(t("ask.contact.askerName"), "asker_name") : []),
    ...typed(t(one(values, "relation") === "helper" ? "ask.contact.emailHelper" : "ask.contact.email"), "email"),
    ...typed(t("ask.contact.knownEmail"), "known_email"),
    ...typed(t("ask.contact.telephone"), "telephone"),
  ];
}

function Answers({ names, intake }: { names: readonly DetailName[]; intake: Intake }) {
  const t = useTranslations("portal.ask");
  return names.map((name) => {
    const text = one(intake.values, name);
    const choice = detailFields[name].kind === "choice";
    return (
      <div key={name} className="[&+&]:mt-2">
        {choice || names.length === 1 ? null : <p className="text-quiet">{t(`fields.${name}.label`)}</p>}
        {choice ? <p>{t(`options.${text as DetailOption}`)}</p> : <Lines text={text} />}
      </div>
    );
  });
}
