import { z } from "zod";
import { forgetForm } from "@/lib/commands/keep-form";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { noAccountCookie, noHandOverCookie } from "@/lib/web/account-cookies";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { askForm } from "@/lib/web/intake-page";

/** Deletes what was typed and not sent: for those at a computer that others use. */
export const POST = formPost<{ organisation: string }, Organisation, Record<string, never>>({
  name: "portal.ask.clear",
  actor: "anyone",
  limit: { count: 60, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "ask:clear", page: `/${slug}/ask/check` }),
  schema: () => z.object({}),
  async run({ id, slug }, _values, { http }) {
    const browser = readCookie(http, "habeas_browser");
    if (browser) await forgetForm(id, { browser, form: askForm });
    return { ok: true, to: `/${slug}`, cookies: [noAccountCookie, noHandOverCookie] };
  },
});
