// `npm start`. Plain JavaScript with nothing installed yet: checks, installs, then hands over to run-portal.ts.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { demandNode, ensureInstalled } from "./install-packages.mjs";

demandNode();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
  await ensureInstalled(root, { development: false });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

process.env.TSX_TSCONFIG_PATH = join(root, "tsconfig.node.json");
const { register } = await import("tsx/esm/api");
register();
// Everything from here on may speak to the database through code that is made, not kept.
const { generateClient } = await import(pathToFileURL(join(root, "scripts/generate-client.ts")).href);
generateClient();
const { runPortal } = await import(pathToFileURL(join(root, "scripts/run-portal.ts")).href);
await runPortal();
