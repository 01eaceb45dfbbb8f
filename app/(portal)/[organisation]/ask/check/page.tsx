import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CheckAnswers } from "@/components/portal/ask/check-answers";
import { accountWorth, isInOtherName } from "@/lib/domain/account";
import { localDay } from "@/lib/domain/calendar-date";
import { firstOpenQuestion } from "@/lib/forms/intake";
import { expectedClock } from "@/lib/forms/intake-clock";
import { filingOf } from "@/lib/forms/intake-filing";
import { accountHere } from "@/lib/web/account-page";
import { askForm, intakeOf } from "@/lib/web/intake-page";
import { cameBack, keptHere, portalOf } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("ask.check.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

export default async function CheckPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  const kept = await keptHere(organisation, askForm);
  // Back after sending: the answers are gone from here because they were received.
  if (!kept) redirect((await keptHere(organisation, "sent")) ? `/${slug}/ask/sent` : `/${slug}/ask?gone=1`);
  const intake = intakeOf(organisation, kept.values);
  const open = firstOpenQuestion(intake);
  if (open) redirect(`/${slug}/ask/${open}`);
  const came = await cameBack(organisation, "ask:send", searchParams);
  const filing = filingOf(intake, await getLocale());
  const account = (await accountHere(organisation)) ?? undefined;
  const today = localDay(new Date(), profile.timeZone);
  return (
    <CheckAnswers
      slug={slug}
      profile={profile}
      intake={intake}
      expected={expectedClock(filing, organisation, today)}
      // Nobody is looked up before anything is sent: an account without a name is said to vouch for its address, no more.
      account={{
        worth: accountWorth(account, filing, false),
        otherName: isInOtherName(account, filing) ? (account?.name ?? null) : null,
      }}
      mistakes={await saidMistakes(came)}
    />
  );
}
