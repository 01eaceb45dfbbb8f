import { readFileSync } from "node:fs";
import { migrationList, NO_FILTER, PRISMA_FOLDER, type PrismaFolder, schemaText } from "./migration-list";
import { withSchemaEngine } from "./schema-engine";
import { withShadowDatabase } from "./shadow-database";

/**
 * The SQL that would take the migrations (all applied to an empty shadow database, dropped afterwards) to the schema.
 * Undefined when the two agree, which a test demands.
 *
 * @param ownerUrl a role that may create databases
 */
export async function drift(ownerUrl: string, folder: PrismaFolder = PRISMA_FOLDER): Promise<string | undefined> {
  const schema = readFileSync(folder.schema, "utf8");
  const result = await withShadowDatabase(ownerUrl, (url) =>
    withSchemaEngine(ownerUrl, { url, schema }, (engine) =>
      engine.diff({
        from: { tag: "migrations", ...migrationList(folder) },
        to: { tag: "schemaDatamodel", ...schemaText(folder) },
        script: true,
        exitCode: true,
        filters: NO_FILTER,
      }),
    ),
  );
  return result.exitCode === 0 ? undefined : (result.stdout ?? "");
}
