import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const OLDEST_NODE = [20, 19];

/** Plain words instead of a syntax error somewhere deep. Ends the process when this Node.js is too old. */
export function demandNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Habeas needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${version}. See https://nodejs.org`);
  process.exit(1);
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

/**
 * Whether node_modules holds what package-lock.json names. Contents are compared, not dates: a fresh checkout may carry
 * any date, and npm writes its own list last, so that a broken-off installation never passes.
 */
export function isInstalled(root, { development }) {
  const wanted = packagesIn(join(root, "package-lock.json")) ?? {};
  const present = packagesIn(join(root, "node_modules/.package-lock.json"));
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || present[path]?.version === entry.version) return true;
    const mayBeMissing = entry.optional || entry.devOptional || entry.peer || (entry.dev && !development);
    return mayBeMissing && !present[path];
  });
}

/** Runs `npm ci` when needed. Rejects with npm's own words. */
export async function ensureInstalled(root, { development }) {
  if (isInstalled(root, { development })) return;
  console.log("Installing packages (once, a minute or two) …");
  // The npm that started us, where there is one; its path is a script for this same Node.js.
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const options = ["ci", "--no-fund", "--no-audit", "--loglevel=error", ...(development ? ["--include=dev"] : [])];
  const child = spawn(command, [...first, ...options], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      said += part;
    });
  }
  const began = performance.now();
  const progress = setInterval(() => {
    console.log(`  still installing, ${Math.round((performance.now() - began) / 1000)} s so far`);
  }, 20_000);
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearInterval(progress));
  // npm puts the cause first and its manual last.
  if (code !== 0) throw new Error(`npm ci failed:\n${said.trimEnd().split("\n").slice(0, 20).join("\n")}`);
}
