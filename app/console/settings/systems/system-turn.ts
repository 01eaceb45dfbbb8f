import "server-only";
import { z } from "zod";
import { settingsDesk } from "@/app/console/settings/settings-door";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import type { Refused } from "@/lib/domain/refusal";
import { systemsFormKey } from "@/lib/forms/console-systems";
import { formPost } from "@/lib/web/form-post";

const turned = z.object({
  id: z.string().max(60).default(""),
  version: z.string().regex(/^\d+$/).transform(Number).catch(0),
  stop: z.string().optional(),
});

type Turned = z.infer<typeof turned>;

/** The POST of a button on the page of systems: one press. */
export function systemTurn(options: {
  name: string;
  done: (typed: Turned) => string;
  turn: (desk: Desk, typed: Turned, now: Date) => Promise<{ ok: true } | Refused>;
}) {
  const page = "/console/settings/systems";
  return formPost<object, Desk, Turned>({
    name: options.name,
    actor: "staff",
    limit: { count: 60, seconds: 60 },
    gate: async (_params, http, typed) => (await signedOutAnswer(http, typed)) ?? settingsDesk(),
    place: ({ organisation }) => ({ organisationId: organisation.id, form: systemsFormKey, page }),
    schema: () => turned,
    run: async (desk, typed, { now }) => {
      const done = await options.turn(desk, typed, now);
      return done.ok ? { ok: true, to: `${page}?done=${options.done(typed)}` } : done;
    },
  });
}
