import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MigrationDirectory, MigrationList, SchemaFilter, SchemasContainer } from "@prisma/schema-engine-wasm";

/** Prisma's ordinary layout: schema.prisma, migrations/<time_name>/migration.sql, migrations/migration_lock.toml. */
export type PrismaFolder = { schema: string; migrations: string };

export const PRISMA_FOLDER: PrismaFolder = {
  schema: resolve(import.meta.dirname, "../prisma/schema.prisma"),
  migrations: resolve(import.meta.dirname, "../prisma/migrations"),
};

/** Nothing in our database is managed by somebody else inside our own schema. */
export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] };

export function schemaText(folder: PrismaFolder): SchemasContainer {
  return { files: [{ path: "schema.prisma", content: readFileSync(folder.schema, "utf8") }] };
}

/** Reads the migrations from disk in the form that Prisma's engine wants, oldest first. */
export function migrationList({ migrations }: PrismaFolder): MigrationList {
  const lockfile = join(migrations, "migration_lock.toml");
  const names = existsSync(migrations) ? readdirSync(migrations, { withFileTypes: true }) : [];
  const migrationDirectories = names
    .filter((entry) => entry.isDirectory() && existsSync(join(migrations, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map(
      (path): MigrationDirectory => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(migrations, path, "migration.sql"), "utf8") },
        },
      }),
    );
  return {
    baseDir: migrations,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
