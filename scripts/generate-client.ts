import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { stampOf } from "./stamp";
import { StartProblem } from "./start-problem";

const ROOT = resolve(import.meta.dirname, "..");
const GENERATED = join(ROOT, "lib/generated");

/**
 * Writes lib/generated/prisma when it is missing or older than the schema. Generating is WebAssembly all the way, but
 * Prisma's command looks for its engine binary first and would download it: we name an executable that exists.
 *
 * @returns whether anything had to be done
 */
export function generateClient(): boolean {
  const stamp = stampOf(ROOT, ["prisma/schema.prisma", "package-lock.json"]);
  const mark = join(GENERATED, "stamp");
  if (existsSync(mark) && readFileSync(mark, "utf8") === stamp) return false;
  const command = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const made = spawnSync(process.execPath, [command, "generate", "--no-hints"], {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (made.status !== 0) throw new StartProblem(`Prisma could not generate its client:\n${made.stderr || made.stdout}`);
  writeFileSync(mark, stamp);
  return true;
}
