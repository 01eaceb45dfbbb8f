import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import type { Typed } from "@/lib/forms/kept-values";
import { type BacklogView, backlogView } from "@/lib/queries/backlog-import";
import { formPost, type NotDone } from "@/lib/web/form-post";
import { importingDesk } from "../backlog-door";

type Params = { id: string };
type Gate = Desk & { view: BacklogView };

type ImportPost<Values> = {
  name: string;
  schema(gate: Gate): z.ZodType<Values>;
  run(gate: Gate, values: Values, now: Date): Promise<{ ok: true; to?: string } | NotDone>;
};

/** A POST on one import. For everybody but whoever uploaded it, it is not there. */
export function importPost<Values>({ name, schema, run }: ImportPost<Values>) {
  return formPost({
    name,
    actor: "staff",
    limit: { count: 60, seconds: 600 },
    gate: async ({ id }: Params, http: NextRequest, typed: Typed) => (await signedOutAnswer(http, typed)) ?? gateOf(id),
    place: ({ staff, view: { id } }: Gate) => ({
      organisationId: staff.organisationId,
      form: `console-import-${id}`,
      page: `/console/import/${id}`,
    }),
    schema,
    async run(gate, values, { now }) {
      const done = await run(gate, values, now);
      return done.ok ? { ok: true, to: done.to ?? `/console/import/${gate.view.id}` } : done;
    },
  });
}

async function gateOf(id: string): Promise<Gate | null> {
  const desk = await importingDesk();
  const view = desk ? await backlogView(desk.staff, { organisation: desk.organisation, id }, new Date()) : null;
  return desk && view ? { ...desk, view } : null;
}
