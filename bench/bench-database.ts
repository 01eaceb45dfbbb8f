// The database of a measurement: thrown away afterwards, migrated like any other, and read as the app's own role.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { closeDatabase } from "@/lib/db/client";
import { EXAMPLES, loadOrganisations, readOrganisations } from "@/scripts/load-organisations";
import { prepareDatabase } from "@/scripts/prepare-database";
import { startThrowAwayDatabase } from "@/scripts/throw-away-database";

export type BenchDatabase = { owner: pg.Client; close(): Promise<void> };

export async function startBenchDatabase(now: Date): Promise<BenchDatabase> {
  const server = await startThrowAwayDatabase();
  const secret = randomBytes(32).toString("base64url");
  const appUrl = await prepareDatabase({ ownerUrl: server.ownerUrl, secret, say: () => {} });
  process.env.HABEAS_DATABASE_URL = appUrl;
  process.env.HABEAS_OWNER_DATABASE_URL = server.ownerUrl;
  process.env.HABEAS_SECRET = secret;
  await loadOrganisations(server.ownerUrl, readOrganisations(EXAMPLES), { onlyExamples: false, now });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  return {
    owner,
    async close() {
      await owner.end();
      await closeDatabase();
      await server.stop();
    },
  };
}

/** Organisations like the first example, under names of their own. Returns their ids. */
export async function cloneOrganisations(owner: pg.Client, slugs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const slug of slugs) {
    const { rows } = await owner.query<{ id: string; model: string }>(
      `insert into organisation (id, slug, profile, version, clock_settings)
       select gen_random_uuid(), $1, o.profile, o.version, o.clock_settings from organisation o where o.slug = 'aimarkos'
       returning id, (select id from organisation where slug = 'aimarkos') as model`,
      [slug],
    );
    const [made] = rows;
    if (!made) throw new Error("the first example organisation is not there");
    ids.push(made.id);
    await copySettings(owner, made);
  }
  return ids;
}

// Each is read and written inside its own organisation: the owner stands before the same walls.
async function copySettings(owner: pg.Client, { id, model }: { id: string; model: string }): Promise<void> {
  await owner.query("begin");
  await owner.query("select set_config('app.organisation', $1, true)", [model]);
  await owner.query("create temporary table settings_copy on commit drop as select * from clock_settings");
  await owner.query("select set_config('app.organisation', $1, true)", [id]);
  await owner.query("update settings_copy set organisation_id = $1", [id]);
  await owner.query("insert into clock_settings select * from settings_copy");
  await owner.query("commit");
}
