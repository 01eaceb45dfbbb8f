// Decides what a member may choose about the look of their queue, and who may keep a view for everybody.
import type { StaffRole } from "./actor";

/** Columns behind the reference, which always stands first, in their order. */
export const queueColumns = ["right", "place", "state", "received", "due", "owner", "waiting", "flags"] as const;
export type QueueColumn = (typeof queueColumns)[number];

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export type QueueLook = { columns: readonly QueueColumn[]; density: Density };

/** What everybody starts with. */
export const usualLook: QueueLook = {
  columns: queueColumns.filter((column) => column !== "received"),
  density: "comfortable",
};

/** The look behind stored words; words that are no column (any more) are left out. */
export function lookFrom(columns: readonly string[], density: string): QueueLook {
  const chosen = queueColumns.filter((column) => columns.includes(column));
  return {
    columns: chosen.length > 0 ? chosen : usualLook.columns,
    density: densities.find((known) => known === density) ?? usualLook.density,
  };
}

export type SavedView = { id: string; name: string; query: string; shared: boolean };

/** A view for everybody changes what colleagues see: those who answer for the queue may make, change and remove one. */
export function mayShareViews(roles: readonly StaffRole[]): boolean {
  return roles.includes("handler") || roles.includes("dpo");
}
