import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

// npm run -s walks -- --runs 10000 [--seed 20261124] [--lanes 2]: random walks by everybody against the gate. They go in
// chunks, each over a database of its own, several at once; a chunk's line says the seed that walks it again. A breach ends all of them.
// Prints one line of JSON for each chunk and one for all of them; exits 1 where a walk got around, and says how.
const { values } = parseArgs({
  options: { runs: { type: "string" }, seed: { type: "string" }, lanes: { type: "string" } },
});
const runs = Number(values.runs ?? 10_000);
const firstSeed = Number(values.seed ?? 20_261_124);
const lanes = Number(values.lanes ?? availableParallelism());
const largest = 500;

type Counted = { [name: string]: unknown };
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), "habeas-walks-"));
const chunks = Math.ceil(runs / largest);
const sizes = Array.from({ length: chunks }, (_, at) => Math.floor((runs + at) / chunks));
const waiting = sizes.map((size, at) => ({ size, seed: firstSeed + at * 1_000, out: join(folder, `${at}.json`) }));
const reports: Counted[] = [];
let failed = false;
let breached = false;

/** Counts add up, whatever lies between them; words are put side by side. */
function addUp(left: unknown, right: unknown): unknown {
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return left ?? right;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries([...names].map((name) => [name, addUp((left as Counted)[name], (right as Counted)[name])]));
}

function walkChunk({ size, seed, out }: { size: number; seed: number; out: string }): Promise<void> {
  const env = {
    ...process.env,
    ...{ HABEAS_WALKS: String(size), HABEAS_WALKS_SEED: String(seed), HABEAS_WALKS_OUT: out },
  };
  const child = spawn("npx", ["vitest", "run", "lib/commands/gate-walks.test.ts"], { env });
  const said: Buffer[] = [];
  child.stdout.on("data", (part) => said.push(part));
  child.stderr.on("data", (part) => said.push(part));
  return new Promise((settle) =>
    child.once("close", (status) => {
      try {
        const report = JSON.parse(readFileSync(out, "utf8"));
        reports.push(report);
        breached ||= report.breaches > 0;
        console.log(JSON.stringify(report));
      } catch {
        failed = true;
      }
      if (status !== 0) {
        failed = true;
        console.error(Buffer.concat(said).toString());
      }
      settle();
    }),
  );
}

async function lane(): Promise<void> {
  for (let next = waiting.shift(); next && !breached; next = waiting.shift()) await walkChunk(next);
}

await Promise.all(Array.from({ length: Math.min(lanes, sizes.length) }, lane));
const {
  seed: _,
  seconds: __,
  breach: ___,
  ...all
} = reports.reduce((left, right) => addUp(left, right) as Counted, {});
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ ...all, seeds: reports.map(({ seed }) => seed), seconds }));
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
