import type { BrowserContext } from "@playwright/test";
import { type RawVisitor, type Reply, rawVisitor } from "./raw-visitor";

type Signed = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A member of staff who speaks to the server directly, with the session of a browser. */
export function rawStaff(signed: Signed): RawVisitor {
  return rawVisitor({ cookies: signed.cookies.map(({ name, value }) => [name, value] as const) });
}

/** The version that a console page was made from. */
export async function seenVersion(staff: RawVisitor, reference: string): Promise<string> {
  const { text } = await staff.get(`/console/requests/${reference}/steps/note`);
  return /name="seenVersion" value="(\d+)"/.exec(text)?.[1] ?? "";
}

export function take(
  staff: RawVisitor,
  reference: string,
  step: string,
  fields: Record<string, string>,
): Promise<Reply> {
  return staff.post(`/console/requests/${reference}/steps/${step}/take`, fields);
}

/** Takes a step with the version as it stands; the reply says where the browser would go. */
export async function takeNow(
  staff: RawVisitor,
  reference: string,
  step: string,
  fields: Record<string, string> = {},
): Promise<Reply> {
  return take(staff, reference, step, { seenVersion: await seenVersion(staff, reference), ...fields });
}

/** The record of a request: one hash for each entry, oldest first. Letters that left are no step of anybody's. */
export async function recordOf(reader: RawVisitor, reference: string): Promise<string[]> {
  const { text } = await reader.get(`/console/requests/${reference}/audit`);
  const rows = text.split("<tr").filter((row) => !/>Letter (sent|failed)/.test(row));
  return rows.flatMap((row) => /select-all">([0-9a-f]{64})</.exec(row)?.[1] ?? []);
}
