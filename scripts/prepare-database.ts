import { runMigrations } from "graphile-worker";
import pg from "pg";
import { ensureAppRole } from "./database-roles";
import { migrate } from "./migrate";
import { StartProblem } from "./start-problem";

const OLDEST_POSTGRESQL = 150_000;

export type DatabaseToPrepare = {
  ownerUrl: string;
  secret: string;
  /** DATABASE_APP_URL, where an administrator made the app's role. */
  appUrl?: string | undefined;
  say: (line: string) => void;
};

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = "";
  return shown.href;
}

async function assertReachable(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; words: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
    );
    if (rows[0] && rows[0].number < OLDEST_POSTGRESQL) {
      throw new StartProblem(`PostgreSQL ${rows[0].words} is too old: DATABASE_URL needs 15 or newer.`);
    }
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const reason = error instanceof AggregateError ? error.errors.join("; ") : String(error);
    throw new StartProblem(
      `The database does not answer at ${withoutPassword(ownerUrl)}\n  ${reason}\nCheck DATABASE_URL, and that the server accepts connections from here.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Brings any database to what this version needs: tables, queue, and the app's role with its rights. Safe to repeat.
 *
 * @returns the connection string that the app and the tasks use; it is never the owner's
 */
export async function prepareDatabase({ ownerUrl, secret, appUrl, say }: DatabaseToPrepare): Promise<string> {
  await assertReachable(ownerUrl);
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) say(`Database: ${applied.length} migrations applied, up to ${applied.at(-1)}`);
  await runMigrations({ connectionString: ownerUrl });
  return ensureAppRole(ownerUrl, secret, appUrl);
}
