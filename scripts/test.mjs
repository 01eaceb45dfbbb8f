// `npm test`. Plain JavaScript with nothing installed yet: checks, installs, then hands over to run-tests.ts.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { demandNode, ensureInstalled } from "./install-packages.mjs";

demandNode();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
  await ensureInstalled(root, { development: true });
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

process.env.TSX_TSCONFIG_PATH = join(root, "tsconfig.node.json");
const { register } = await import("tsx/esm/api");
register();
const { runTests } = await import(pathToFileURL(join(root, "scripts/run-tests.ts")).href);
await runTests();
