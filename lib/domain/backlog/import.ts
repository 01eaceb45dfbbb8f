// Decides who may bring a backlog along, how much at once, and how long the file is kept.
// Answers to GDPR Art. 5(1)(c) and (e): the file is needed until its rows are requests, and not a day longer.
import type { StaffRole } from "../actor";

export const backlogRowLimit = 20_000;

/** Hours after which the rows of an uploaded file are destroyed, whatever became of it. */
export const backlogHours = 24;

/** A table as it stood in the file: headings, and cells as text. */
export type BacklogTable = { heads: readonly string[]; rows: readonly (readonly string[])[] };

/** Whoever takes requests down, and whoever sets the desk up. */
export function mayImportBacklog(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => role === "handler" || role === "administrator");
}
