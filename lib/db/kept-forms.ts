import "server-only";
import { tokenHash } from "./key-ring";

/** Typed and not sent: kept for a day (GDPR Art. 5(1)(e); said on the portal's front page). */
export const keptFormHours = 24;

/** Which row holds what one browser typed into one form, and the place to which its sealed words are bound. */
export function keptFormOf(organisationId: string, { browser, form }: { browser: string; form: string }) {
  const row = { organisationId, browserHash: tokenHash(browser), form };
  return { row, place: `kept_form.${organisationId}.${row.browserHash}.${form}` };
}
