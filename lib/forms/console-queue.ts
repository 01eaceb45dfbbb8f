// What the queue's address may say. Every filter stands in it: an address is a view that can be kept and passed on.
import { z } from "zod";
import { states } from "@/lib/domain/lifecycle";
import { rights } from "@/lib/domain/right";

/** Named views, in the order of the tabs. */
export const queueViews = [
  "open",
  "mine",
  "new",
  "unproven",
  "due",
  "overdue",
  "waiting",
  "unassigned",
  "unconfirmed",
  "owed",
  "done",
] as const;
export type QueueView = (typeof queueViews)[number];

/** A place in the list: the sort key of the row next to it. Rows that arrive meanwhile shift nothing. */
export type QueueCursor = { side: "after" | "before"; dueOn: string | null; id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const indexed = /^[0-9a-f]{64}$/;

// Whatever an address says that we do not know is left out: an old bookmark still opens the queue.
const search = z.object({
  view: z.enum(queueViews).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  right: z.enum(rights).optional().catch(undefined),
  place: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .optional()
    .catch(undefined),
  owner: z
    .union([z.enum(["me", "none"]), z.string().regex(uuid)])
    .optional()
    .catch(undefined),
  within: z.enum(["7", "14", "30"]).optional().catch(undefined),
  reference: z.string().max(20).optional().catch(undefined),
  email: z.string().regex(indexed).optional().catch(undefined),
  name: z.string().regex(indexed).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
  before: z.string().max(60).optional().catch(undefined),
});

export type QueueFilter = Omit<z.infer<typeof search>, "after" | "before"> & { cursor?: QueueCursor };

export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the address of the queue. `place` is `DE` or `US-CA`; `email` and `name` are keyed hashes, never the text. */
export function readQueueFilter(parameters: SearchParameters): QueueFilter {
  const { after, before, ...filter } = search.parse(parameters);
  const cursor = cursorFrom("after", after) ?? cursorFrom("before", before);
  return cursor ? { ...filter, cursor } : filter;
}

function cursorFrom(side: QueueCursor["side"], text: string | undefined): QueueCursor | null {
  const [dueOn, id] = (text ?? "").split("~");
  if (dueOn === undefined || !id || !uuid.test(id)) return null;
  if (dueOn !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(dueOn)) return null;
  return { side, dueOn: dueOn === "" ? null : dueOn, id };
}

/** The address of a filter; `changes` replace parts of it, and a change starts again at the first page. */
export function queueAddress(filter: QueueFilter, changes: Partial<QueueFilter> = {}): string {
  const { cursor, ...rest } = { ...filter, cursor: undefined, ...changes };
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) parts.set(name, value);
  if (cursor) parts.set(cursor.side, `${cursor.dueOn ?? ""}~${cursor.id}`);
  const query = parts.toString();
  return query === "" ? "/console" : `/console?${query}`;
}

/** The search box: a reference, an exact e-mail address, or an exact name. */
export const searchForm = z.object({
  text: z.string().trim().min(1, "Type a reference, an e-mail address or a name.").max(300),
});
