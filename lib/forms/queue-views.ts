// What may be typed about views that are kept and about the look of the queue.
import { z } from "zod";
import { densities, queueColumns } from "@/lib/domain/queue-look";
import { addressParts, readCarried } from "./console-queue";

const id = z.guid();
const ticked = z
  .literal("yes")
  .optional()
  .catch(undefined)
  .transform((value) => value === "yes");

export const viewFormKey = "console-view";

/** Name and query of a view; `from` is the address of the queue as it stood when it was kept. */
export const saveViewForm = z.object({
  id: id.optional().catch(undefined),
  name: z.string().trim().min(1, "Give the view a name.").max(40, "Use a shorter name, at most 40 signs."),
  from: z.string().max(2000).catch("").transform(queryToKeep),
  shared: ticked,
});

export const removeViewForm = z
  .object({ id, shared: ticked, sure: ticked })
  .refine(({ shared, sure }) => sure || !shared, {
    path: ["sure"],
    message: "Tick the box: the view goes for everybody.",
  });

export const lookForm = z.object({
  columns: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .catch([])
    .transform((typed) => queueColumns.filter((column) => typed.includes(column)))
    .refine((columns) => columns.length > 0, "Choose at least one column."),
  density: z.enum(densities),
});

/** The part of an address that a view keeps: its view and its terms. Whoever was looked for is forgotten. */
export function queryToKeep(address: string): string {
  const { view, terms, order } = readCarried(address);
  return addressParts({ view, terms, order }).toString();
}

export function isViewId(text: string): boolean {
  return id.safeParse(text).success;
}
