// `npm run migrate:new -- NAME`: drafts the migration that takes the existing ones to prisma/schema.prisma.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drift } from "./drift";
import { PRISMA_FOLDER } from "./migration-list";
import { startThrowAwayDatabase } from "./throw-away-database";

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migrate:new -- name_in_small_letters");
  process.exit(1);
}
const server = await startThrowAwayDatabase();
try {
  const sql = await drift(server.ownerUrl);
  if (sql === undefined) {
    console.log("Nothing to migrate: the migrations lead to the schema already.");
  } else {
    const time = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const folder = join(PRISMA_FOLDER.migrations, `${time}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    console.log(`${folder}/migration.sql\nRead it, complete it (policies, triggers, data), and commit it.`);
  }
} finally {
  await server.stop();
}
