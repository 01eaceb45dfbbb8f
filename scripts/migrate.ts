import pg from "pg";
import { migrationList, NO_FILTER, PRISMA_FOLDER, type PrismaFolder } from "./migration-list";
import { withSchemaEngine } from "./schema-engine";
import { StartProblem } from "./start-problem";

/** Any fixed number: two portals that start at once on one database must not migrate it at the same time. */
const MIGRATION_LOCK = 4_715_312;

async function oneAtATime<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await work();
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

function explain(failed: string[], edited: string[], unknown: string[]): string | undefined {
  if (failed.length > 0) {
    return (
      `Migration ${failed.join(", ")} failed half-way in an earlier start. Look at column "logs" of _prisma_migrations,\n` +
      "repair what is said there, then: npx prisma migrate resolve --rolled-back NAME (or delete its row), and start again."
    );
  }
  if (edited.length > 0) return `Migration ${edited.join(", ")} was changed after it was applied. Restore the file.`;
  if (unknown.length > 0) {
    return (
      `The database knows migrations that this version does not: ${unknown.join(", ")}.\n` +
      "It was last used by a newer version of the portal: start that one."
    );
  }
  return undefined;
}

/**
 * Applies the migrations that the database lacks, oldest first. Safe to run again, and from several places at once.
 *
 * @returns names of those applied now
 * @throws StartProblem when the history in the database and on disk disagree
 */
export function migrate(ownerUrl: string, folder: PrismaFolder = PRISMA_FOLDER): Promise<string[]> {
  const migrationsList = migrationList(folder);
  return oneAtATime(ownerUrl, () =>
    withSchemaEngine(ownerUrl, undefined, async (engine) => {
      const found = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: NO_FILTER,
      });
      const unknown = found.history && "unpersistedMigrationNames" in found.history ? found.history : undefined;
      const problem = explain(
        found.failedMigrationNames,
        found.editedMigrationNames,
        unknown?.unpersistedMigrationNames ?? [],
      );
      if (problem) throw new StartProblem(problem);
      return (await engine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames;
    }),
  );
}
