// The door of `npm run figures:verify`: exits 0 only if every figure of the day follows from the events.
import { closeDatabase } from "@/lib/db/client";
import { auditDatabase } from "./audit-database";
import { verifyFigures } from "./figures-command";

const found = await auditDatabase();
if (!found) {
  console.log("BROKEN  no database answers here, so nothing could be compared");
  process.exit(1);
}
process.env.HABEAS_DATABASE_URL = found.ownerUrl;
process.env.HABEAS_SECRET = found.secret;
try {
  const { ok, lines } = await verifyFigures(process.argv.slice(2), new Date());
  console.log(lines.join("\n"));
  process.exitCode = ok ? 0 : 1;
} finally {
  await closeDatabase();
  await found.close();
}
