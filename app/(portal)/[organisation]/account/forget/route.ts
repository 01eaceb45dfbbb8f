import { z } from "zod";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { noAccountCookie, noHandOverCookie } from "@/lib/web/account-cookies";
import { formPost } from "@/lib/web/form-post";

/** "That is not me": the browser forgets the account that it was told of, and asks like anybody else. */
export const POST = formPost<{ organisation: string }, Organisation, Record<string, never>>({
  name: "portal.account.forget",
  actor: "anyone",
  limit: { count: 60, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "account:forget", page: `/${slug}/account` }),
  schema: () => z.object({}),
  run: async ({ slug }) => ({ ok: true, to: `/${slug}`, cookies: [noAccountCookie, noHandOverCookie] }),
});
