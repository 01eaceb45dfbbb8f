import { randomBytes } from "node:crypto";
import {
  campaignForm,
  campaignPage,
  postingCampaignDesk,
  resultsKey,
} from "@/app/console/reports/overdue/campaign/campaign-gate";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import { keepForm } from "@/lib/commands/keep-form";
import { tellDelays } from "@/lib/commands/tell-delays";
import { delayCampaignForm } from "@/lib/forms/delay-campaign";
import { browserCookieSeconds, readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";

/** Writes to everybody who was chosen on the preview. What became of each is kept for the page that follows. */
export const POST = formPost({
  name: "tell delays",
  actor: "staff",
  limit: { count: 30, seconds: 60 },
  maxBytes: 131_072,
  gate: async (_: object, http, typed) => (await signedOutAnswer(http, typed)) ?? postingCampaignDesk(),
  place: ({ organisation }: Desk) => ({ organisationId: organisation.id, form: campaignForm, page: campaignPage }),
  schema: () => delayCampaignForm,
  run: async ({ staff, organisation }, typed, { now, http }) => {
    const { campaign } = typed;
    const results = await tellDelays(staff, { organisation, ...typed }, now);
    const browser = readCookie(http, "habeas_browser") ?? randomBytes(24).toString("base64url");
    const values = { result: results.map(({ reference, result }) => `${reference} ${result}`) };
    await keepForm(organisation.id, { browser, form: resultsKey(campaign), kept: { values, mistakes: {} } }, now);
    return {
      ok: true as const,
      to: `${campaignPage}?sent=${campaign}`,
      cookies: [{ name: "habeas_browser", value: browser, maxAgeSeconds: browserCookieSeconds }],
    };
  },
});
