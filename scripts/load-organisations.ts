import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { reminderPolicy } from "@/lib/domain/due-notices";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { parseOrganisations } from "@/lib/forms/organisation";
import { recordClockSettings } from "./record-clock-settings";
import { recordSystems } from "./record-systems";
import { StartProblem } from "./start-problem";

export const EXAMPLES = "examples/organisations";

/** RFC 9562 §5.7: 48 bits of milliseconds, then randomness, so that rows sort by when they were made. */
function uuidv7(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** @throws StartProblem naming every mistake by file and place */
export function readOrganisations(folder: string): OrganisationProfile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const parsed = parseOrganisations(
    names.sort().map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") })),
  );
  if (parsed.ok) return parsed.profiles;
  const lines = parsed.mistakes.map(({ file, path, message }) => `  ${file}: ${path}: ${message}`);
  throw new StartProblem(`The organisations in ${folder} cannot be read:\n${lines.join("\n")}`);
}

/**
 * Writes the profiles to the database: new ones are added, changed ones get the next version, others stay.
 *
 * @param onlyExamples leave a database alone that holds organisations but none of these: it belongs to somebody
 * @returns slugs of all that are there now out of the folder
 */
export async function loadOrganisations(
  ownerUrl: string,
  profiles: readonly OrganisationProfile[],
  { onlyExamples, now }: { onlyExamples: boolean; now: Date },
): Promise<string[]> {
  const slugs = profiles.map((profile) => profile.slug);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ slug: string }>("select slug from organisation");
    const isForeign = rows.length > 0 && !rows.some((row) => slugs.includes(row.slug));
    if (onlyExamples && isForeign) return [];
    for (const profile of profiles) {
      const { rows: before } = await client.query<{ id: string; profile: OrganisationProfile }>(
        "select id, profile from organisation where slug = $1",
        [profile.slug],
      );
      await client.query(
        `insert into organisation (id, slug, profile) values ($1, $2, $3)
         on conflict (slug) do update set profile = excluded.profile, version = organisation.version + 1
         where organisation.profile is distinct from excluded.profile`,
        [uuidv7(now), profile.slug, JSON.stringify(profile)],
      );
      const [old] = before;
      if (old && remindersOf(old.profile) !== remindersOf(profile)) await lookAgain(client, old.id);
    }
  } finally {
    await client.end();
  }
  await recordClockSettings(ownerUrl, now);
  await recordSystems(ownerUrl, now);
  return slugs;
}

function remindersOf(profile: OrganisationProfile): string {
  return reminderPolicy(profile).remindBeforeDueDays.join();
}

/** Staff are reminded on other days now: the next sweep looks at every request that waits, and finds its day anew. */
async function lookAgain(client: pg.Client, organisationId: string): Promise<void> {
  await client.query("begin");
  await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
  await client.query(
    "update privacy_request set notice_on = received_on where organisation_id = $1 and next_due_on is not null",
    [organisationId],
  );
  await client.query("commit");
}
