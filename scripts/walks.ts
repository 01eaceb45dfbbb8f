import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

// npm run -s walks -- --runs 10000 [--seed 1]: random walks by everybody against the gate, over a database of its own.
// Prints one line of JSON; exits 1 where a walk got around, and says how.
const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "habeas-walks-"));
const out = join(folder, "report.json");
const { status, stdout, stderr } = spawnSync("npx", ["vitest", "run", "lib/commands/gate-walks.test.ts"], {
  env: {
    ...process.env,
    HABEAS_WALKS: values.runs ?? "10000",
    HABEAS_WALKS_OUT: out,
    ...(values.seed ? { HABEAS_WALKS_SEED: values.seed } : {}),
  },
  encoding: "utf8",
});
try {
  const { walks, steps, granted, collected, breaches, seed, seconds, ...more } = JSON.parse(readFileSync(out, "utf8"));
  console.log(JSON.stringify({ walks, steps, granted, collected, breaches, seed, seconds, ...more }));
} catch {
  console.error(stdout, stderr);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
