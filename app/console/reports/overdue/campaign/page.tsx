import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { z } from "zod";
import { campaignDesk, campaignForm, resultsKey } from "@/app/console/reports/overdue/campaign/campaign-gate";
import { keptInThisBrowser } from "@/app/console/staff-gate";
import { CampaignPage } from "@/components/console/reports/campaign-page";
import { CampaignResults } from "@/components/console/reports/campaign-results";
import { localDay } from "@/lib/domain/calendar-date";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { readDelayRule } from "@/lib/forms/delay-campaign";
import { many } from "@/lib/forms/kept-values";
import { awaitingDelayWord } from "@/lib/queries/delay-campaign";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

export const metadata: Metadata = { title: "Write to all overdue" };

/** The letter's own sentences, so that the preview cannot say anything else than the letter. */
const letters = { en: en.letters.delayed, de: de.letters.delayed };

export default async function WriteToAllPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { organisation } = await campaignDesk();
  const parameters = await searchParams;
  const sent = z.guid().safeParse(parameters.sent);
  if (sent.success) {
    const kept = await keptInThisBrowser(organisation.id, resultsKey(sent.data));
    return <CampaignResults results={kept ? many(kept.values, "result") : null} />;
  }
  return <Preview parameters={parameters} />;
}

async function Preview({ parameters }: { parameters: SearchParameters }) {
  const { staff, organisation } = await campaignDesk();
  const today = localDay(new Date(), organisation.profile.timeZone);
  const kept = parameters.again ? await keptInThisBrowser(organisation.id, campaignForm) : null;
  return (
    <CampaignPage
      campaign={randomUUID()}
      waiting={await awaitingDelayWord(staff, { organisation, today })}
      rule={readDelayRule(parameters, today)}
      {...{ today, letters }}
      typed={kept?.values ?? null}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
