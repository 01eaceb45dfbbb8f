// The door of `npm run audit:verify`. npm changes the folder: a receipt's path is meant from where the command was typed.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { verifyAudit } from "./audit-command";
import { auditDatabase } from "./audit-database";

const from = process.env.INIT_CWD ?? process.cwd();
const found = await auditDatabase();
// Without a database the settings still want to be whole; nothing is connected to, and no key of ours is used.
process.env.HABEAS_DATABASE_URL = found?.ownerUrl ?? "postgresql://none";
if (found) process.env.HABEAS_SECRET = found.secret;
try {
  const { ok, lines } = await verifyAudit(process.argv.slice(2), found !== null, (path) =>
    readFileSync(resolve(from, path), "utf8"),
  );
  console.log(lines.join("\n"));
  process.exitCode = ok ? 0 : 1;
} finally {
  await closeDatabase();
  await found?.close();
}
