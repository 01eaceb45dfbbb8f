import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { enterTask } from "@/lib/commands/tasks/owner-door";
import { codeMistake, typedCode } from "@/lib/forms/typed-code";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noTaskLinkCookie, ownerCookie } from "@/lib/web/owner-cookie";

/** The typed code beside the link: together they open one task in this browser. */
export const POST = formPost<{ organisation: string }, Organisation, { code: string }>({
  name: "portal.tasks.enter",
  actor: "anyone",
  limit: { count: 20, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "task:enter", page: `/${slug}/tasks` }),
  schema: () => z.object({ code: typedCode }),
  async run(organisation, { code }, { now, http }) {
    const to = `/${organisation.slug}/tasks`;
    const token = readCookie(http, "habeas_task");
    if (!token) return { ok: true, to };
    const entered = await enterTask(visitorOf(organisation), { organisation, token, code }, now);
    if (entered.ok) return { ok: true, to, cookies: [ownerCookie(entered.session), noTaskLinkCookie] };
    const mistakes = codeMistake(entered.refusal);
    return mistakes ? { ok: false, mistakes } : { ok: true, to };
  },
});
