import pg from "pg";
import { appRolePassword, scramVerifier, secretMark } from "./app-role-password";
import { StartProblem } from "./start-problem";

/** Rows that nobody may change or take away again, whatever the code says: the record, and what others vouch for. */
const APPEND_ONLY = new Set(["event", "checkpoint", "proof", "figure_entry", "told_week"]);
/** Written by functions of the owner alone: sums follow from entries, and nobody adds to one by hand. */
const READ_ONLY = new Set(["organisation", "clock_settings", "figure_sum", "figure_balance", "figure_month"]);
const NEVER_REWRITTEN = new Set(["owed_standing"]);
const OUT_OF_REACH = new Set(["_prisma_migrations"]);

/** PostgreSQL cuts names at 63 bytes. */
export function appRoleName(database: string): string {
  return `habeas_app_${database.replaceAll(/[^a-z0-9_]/gi, "_").toLowerCase()}`.slice(0, 63);
}

function rightsOn(table: string): string {
  if (APPEND_ONLY.has(table)) return "select, insert";
  if (READ_ONLY.has(table)) return "select";
  if (NEVER_REWRITTEN.has(table)) return "select, insert, delete";
  return "select, insert, update, delete";
}

/** Lets the role do its work and nothing else. Run after every migration, because new tables start without grants. */
async function grant(owner: pg.Client, role: string, database: string): Promise<void> {
  const name = owner.escapeIdentifier(role);
  const { rows: tables } = await owner.query<{ table: string }>(
    `select tablename as "table" from pg_tables where schemaname = 'public'`,
  );
  const { rows: functions } = await owner.query<{ signature: string }>(
    "select oid::regprocedure::text as signature from pg_proc where pronamespace = 'public'::regnamespace and starts_with(proname, 'habeas_')",
  );
  const statements = [
    `grant connect on database ${owner.escapeIdentifier(database)} to ${name}`,
    `revoke create on schema public from ${name}`,
    `grant usage on schema public to ${name}`,
    `revoke all on all tables in schema public from ${name}`,
    `grant usage, select on all sequences in schema public to ${name}`,
    ...tables
      .filter(({ table }) => !OUT_OF_REACH.has(table))
      .map(({ table }) => `grant ${rightsOn(table)} on public.${owner.escapeIdentifier(table)} to ${name}`),
    ...functions.map(({ signature }) => `grant execute on function ${signature} to ${name}`),
  ];
  await owner.query(["begin", ...statements, "commit"].join(";\n"));
}

function otherSecret(role: string): StartProblem {
  return new StartProblem(
    "This database was set up with another HABEAS_SECRET: what is encrypted in it could not be read with this one.\n" +
      "Give back the earlier secret (the environment, or the file `secret` in the data folder).\n" +
      `If it is lost for good and so is the data: comment on role ${role} is null;`,
  );
}

/** Makes the role, or gives it the password of today's secret. */
async function ensureRole(owner: pg.Client, role: string, secret: string): Promise<void> {
  const name = owner.escapeIdentifier(role);
  const verifier = owner.escapeLiteral(scramVerifier(secret));
  const { rows } = await owner.query<{ mark: string | null }>(
    "select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1",
    [role],
  );
  const mark = `secret ${secretMark(secret)}`;
  if (rows[0]?.mark && rows[0].mark !== mark) throw otherSecret(role);
  const create = `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${verifier}`;
  try {
    await owner.query(rows[0] ? `alter role ${name} login password ${verifier}` : create);
    await owner.query(`comment on role ${name} is ${owner.escapeLiteral(mark)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new StartProblem(
      "The owner in DATABASE_URL may not make roles. Ask an administrator of the database to run, once:\n" +
        `  ${create};\nor to make a role of their own without rights, and set DATABASE_APP_URL to its connection string.`,
    );
  }
}

/** An owner or a superuser does not see the row policies; starting with one would silently unlock every tenant. */
async function assertPowerless(appUrl: string): Promise<void> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  const { rows } = await app.query<{ name: string; above: boolean; owns: boolean }>(
    `select current_user as name,
       exists (select 1 from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(oid, 'MEMBER')) as above,
       exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(relowner, 'MEMBER')) as owns`,
  );
  await app.end();
  const [found] = rows;
  if (found && !found.above && !found.owns) return;
  throw new StartProblem(
    `The app would connect as ${found?.name}, which ${found?.above ? "is a superuser or bypasses row-level security" : "owns the tables"}.\n` +
      "Organisations would not be kept apart. Set DATABASE_APP_URL to a role without such rights.",
  );
}

/**
 * Makes (or finds) the role that the app connects as, with exactly the rights it needs.
 *
 * @param givenAppUrl DATABASE_APP_URL, when an administrator made the role
 * @returns the app's connection string
 * @throws StartProblem when the role cannot be made, or could look over the walls between organisations
 */
export async function ensureAppRole(ownerUrl: string, secret: string, givenAppUrl?: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ database: string }>("select current_database() as database");
    const database = rows[0]?.database ?? "";
    const url = new URL(givenAppUrl ?? ownerUrl);
    if (!givenAppUrl) {
      url.username = appRoleName(database);
      url.password = appRolePassword(secret);
      await ensureRole(owner, url.username, secret);
    }
    await grant(owner, decodeURIComponent(url.username), database);
    await assertPowerless(url.href);
    return url.href;
  } finally {
    await owner.end();
  }
}
