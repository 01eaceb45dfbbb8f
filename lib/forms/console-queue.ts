// What the queue's address may say. Every filter stands in it: an address is a view that can be kept and passed on.
import { z } from "zod";
import { states } from "@/lib/domain/lifecycle";
import {
  type QueueCursor,
  type QueueFilter,
  type QueueKey,
  queueKeys,
  queueOrders,
  queueViews,
  statusWords,
} from "@/lib/domain/queue";
import { printQuery, readQuery, type Unclear, withChoice } from "./queue-language";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const indexed = /^[0-9a-f]{64}$/;

// Whatever an address says that we do not know is left out: an old bookmark still opens the queue.
const search = z.object({
  view: z.enum(queueViews).optional().catch(undefined),
  reference: z.string().max(20).optional().catch(undefined),
  email: z.string().regex(indexed).optional().catch(undefined),
  name: z.string().regex(indexed).optional().catch(undefined),
  order: z.enum(queueOrders).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
  before: z.string().max(60).optional().catch(undefined),
});

export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an address says: the filter, what in its query means nothing, and whether it came from the controls' form. */
export type ReadAddress = { filter: QueueFilter; unclear: readonly Unclear[]; typed: string; fromControls: boolean };

/** Reads the address of the queue. `q` is the query; a control's own parameter replaces what `q` says about its key. */
export function readQueueAddress(parameters: SearchParameters): ReadAddress {
  const { after, before, ...kept } = search.parse(parameters);
  const typed = one(parameters, "q").slice(0, 1000);
  const read = readQuery(typed);
  let terms = read.terms;
  const unclear: Unclear[] = [...read.unclear];
  // Text in an address can only have been put there by hand: it is never looked for, and said so.
  for (const text of read.texts) unclear.push({ typed: text, said: "type names and addresses into the box below." });
  const controls = controlsIn(parameters);
  for (const [key, value] of controls) {
    const chosen =
      value === "" ? {} : readQuery(value.startsWith("-") ? `-${key}:${value.slice(1)}` : `${key}:${value}`).terms;
    terms = withChoice(terms, key, chosen[key] ?? { is: [], not: [] });
  }
  const cursor = cursorFrom("after", after) ?? cursorFrom("before", before);
  const filter: QueueFilter = {
    ...kept,
    ...(Object.keys(terms).length > 0 ? { terms } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return { filter, unclear, typed, fromControls: controls.length > 0 };
}

export function readQueueFilter(parameters: SearchParameters): QueueFilter {
  return readQueueAddress(parameters).filter;
}

function one(parameters: SearchParameters, name: string): string {
  const value = parameters[name];
  return typeof value === "string" ? value.trim() : "";
}

// Addresses from before the language: `state`, `owner` and `within` had names and values of their own.
function controlsIn(parameters: SearchParameters): [QueueKey, string][] {
  const found = queueKeys.flatMap((key): [QueueKey, string][] =>
    typeof parameters[key] === "string" ? [[key, one(parameters, key)]] : [],
  );
  const [state, owner, within] = ["state", "owner", "within"].map((name) => one(parameters, name));
  const word = Object.keys(statusWords).find(
    (status) => statusWords[status]?.length === 1 && statusWords[status]?.[0] === state,
  );
  if (word && states.some((known) => known === state)) found.push(["status", word]);
  if (owner) found.push(["assignee", owner]);
  if (within && /^\d{1,3}$/.test(within)) found.push(["due", `<${within}d`]);
  return found;
}

function cursorFrom(side: QueueCursor["side"], text: string | undefined): QueueCursor | null {
  const [dueOn, id] = (text ?? "").split("~");
  if (dueOn === undefined || !id || !uuid.test(id)) return null;
  if (dueOn !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(dueOn)) return null;
  return { side, dueOn: dueOn === "" ? null : dueOn, id };
}

/** The address of a filter; `changes` replace parts of it, and a change starts again at the first page. */
export function queueAddress(filter: QueueFilter, changes: Partial<QueueFilter> = {}): string {
  const parts = addressParts({ ...filter, cursor: undefined, ...changes });
  const query = parts.toString();
  return query === "" ? "/console" : `/console?${query}`;
}

/** The parameters of a filter, in their one order; the same filter is the same text everywhere. */
export function addressParts({ view, terms, reference, email, name, order, cursor }: QueueFilter): URLSearchParams {
  const parts = new URLSearchParams();
  const said = { view, q: printQuery(terms ?? {}), reference, email, name, order };
  for (const [key, value] of Object.entries(said)) if (value) parts.set(key, value);
  if (cursor) parts.set(cursor.side, `${cursor.dueOn ?? ""}~${cursor.id}`);
  return parts;
}

/** Reads an address of the queue that a form carried along; anything else is the queue itself. */
export function readCarried(address: string): QueueFilter {
  const [path, query = ""] = address.split("?");
  if (path !== "/console") return {};
  const { cursor: _, ...filter } = readQueueFilter(Object.fromEntries(new URLSearchParams(query)));
  return filter;
}

/** The query box: terms, and a reference, an exact e-mail address or an exact name. What is unclear is said at the box. */
export const searchForm = z
  .object({
    text: z.string().trim().max(600, "That is too long. Type at most 600 signs."),
    from: z.string().max(2000).catch(""),
  })
  .superRefine(({ text, from }, context) => {
    const { unclear, texts } = readQuery(text);
    const said = unclear.map(({ typed, said: why }) => `“${typed}”: ${why}`);
    // Emptying the box of a page takes the filter off; the box in the bar has nothing to take off.
    if (text === "" && from === "")
      said.push("Type a reference, an e-mail address, a name or a filter such as due:<7d.");
    if (texts.length > 1) said.push("Look for one reference, address or name at a time.");
    if (said.length > 0) context.addIssue({ code: "custom", path: ["text"], message: said.join(" ") });
  });
