import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { leaveRequest } from "@/lib/commands/leave-request";
import { noAccountCookie, noHandOverCookie } from "@/lib/web/account-cookies";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noLinkCookie, noPersonCookie } from "@/lib/web/person-cookie";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

/** Ends the session here and on the server, and asks the browser to forget what it showed. */
export const POST = formPost<RequestParams, RequestGate, Record<string, never>>({
  name: "portal.request.leave",
  actor: "person",
  limit: { count: 60, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `leave:${reference}`,
    page: `/${organisation.slug}/requests/${reference}`,
  }),
  schema: () => z.object({}),
  async run({ organisation }, _values, { now, http }) {
    const token = readCookie(http, "habeas_person");
    if (token) await leaveRequest(visitorOf(organisation), { token }, now);
    const forgotten = { name: "habeas_browser", value: "", maxAgeSeconds: 0 } as const;
    return {
      ok: true,
      to: `/${organisation.slug}/left`,
      cookies: [noPersonCookie, noLinkCookie, noAccountCookie, noHandOverCookie, forgotten],
      headers: { "Clear-Site-Data": '"cache", "storage"' },
    };
  },
});
