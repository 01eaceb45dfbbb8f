import { z } from "zod";
import { signedOutAnswer } from "@/app/console/staff-gate";
import { keepBacklog } from "@/lib/commands/backlog/keep-backlog";
import { formPost } from "@/lib/web/form-post";
import { readTable } from "@/lib/web/read-table";
import { importingDesk } from "../backlog-door";

/** Takes the file in and shows what it holds. Nothing becomes a request yet. */
export const POST = formPost({
  name: "console import upload",
  actor: "staff",
  limit: { count: 20, seconds: 600 },
  maxBytes: 12_000_000,
  gate: async (_: Record<string, never>, http, typed) => (await signedOutAnswer(http, typed)) ?? importingDesk(),
  place: ({ staff }) => ({ organisationId: staff.organisationId, form: "console-import", page: "/console/import" }),
  schema: () => z.object({}),
  async run({ staff, organisation }, _, { now, form }) {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return { ok: false, mistakes: { file: "Choose a CSV file." } };
    const read = readTable(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return { ok: false, mistakes: { file: read.problem } };
    const kept = await keepBacklog(staff, { organisation, table: read.table }, now);
    return kept.ok ? { ok: true, to: `/console/import/${kept.id}` } : kept;
  },
});
