import { type Filed, file, fileConfirmed } from "../raw-filing";
import { rawVisitor } from "../raw-visitor";

const arriving = [
  { country: "DE", right: "access" },
  { country: "FR", right: "erasure", details: { erasure_extent: "everything" } },
  { country: "GB", right: "rectification", details: { rectification_wrong: "My name.", rectification_right: "Roe." } },
  { country: "CH", right: "portability", details: { portability_format: "csv" } },
  { country: "IE", right: "access" },
  { country: "SE", right: "objection", details: { objection_use: "Statistics about me." } },
  { country: "PL", right: "erasure", details: { erasure_extent: "part", erasure_part: "My chats." } },
  { country: "GR", right: "restriction", details: { restriction_ground: "disputed" } },
  { country: "BR", right: "access" },
  { country: "NO", right: "withdraw_consent", details: { withdraw_consent_what: "The newsletter." } },
  { country: "US", region: "CA", right: "access" },
  { country: "ES", right: "access" },
  { country: "IT", right: "erasure", details: { erasure_extent: "everything" } },
] as const;

/** A morning's post for AImarkOS: from many places, about many rights, the first first. */
export async function fillQueue(of: string): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (const [place, asked] of arriving.entries()) {
    const filing = { organisation: "aimarkos", name: "Robin Roe", email: `${place}-${of}`, ...asked } as const;
    filed.push(await fileConfirmed(rawVisitor(), filing));
  }
  // Nobody has confirmed this one, and no letter can: the mailbox does not exist.
  filed.push(await file(rawVisitor(), { organisation: "aimarkos", email: `gone-${of}` }));
  return filed;
}
