import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { askOwnerLetter } from "@/lib/commands/tasks/owner-door";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";

/** Has a code sent to the mailbox that the link went to. The same is said whether or not there is one (ATK-E1). */
export const POST = formPost<{ organisation: string }, Organisation, object>({
  name: "portal.tasks.code",
  actor: "anyone",
  limit: { count: 20, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "task:code", page: `/${slug}/tasks` }),
  schema: () => z.object({}),
  async run(organisation, _, { now, http }) {
    const token = readCookie(http, "habeas_task");
    if (token) await askOwnerLetter(visitorOf(organisation), { organisation, token, want: "code" }, now);
    return { ok: true, to: `/${organisation.slug}/tasks?said=code` };
  },
});
