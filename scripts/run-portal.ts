import { chmodSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSettings, SettingsMistake } from "@/lib/settings";
import { ensureBuilt, NEXT } from "./build-portal";
import { writePrivately } from "./cluster-record";
import { ensureAppRole } from "./database-roles";
import { layOutDemoLists } from "./demo-lists";
import { type FirstPeople, firstPeople } from "./first-people";
import { generateClient } from "./generate-client";
import { takeLock } from "./held-lock";
import { keepRunning } from "./keep-running";
import { EXAMPLES, loadOrganisations, readOrganisations } from "./load-organisations";
import { assertPortFree } from "./port-holder";
import { keepDatabase } from "./portal-database";
import { prepareDatabase } from "./prepare-database";
import { promisedBefore, recordClockSettings } from "./record-clock-settings";
import { recordSystems } from "./record-systems";
import { habeasSecret } from "./secret";
import { StartProblem } from "./start-problem";
import { readEnvironmentFile, type StartSettings, startSettings } from "./start-settings";
import { untilHealthy } from "./until-healthy";
import { welcome } from "./welcome";

const ROOT = resolve(import.meta.dirname, "..");
const say = (line: string) => console.log(line);

type Closer = () => Promise<unknown> | unknown;

/** What must be undone at the end, last thing first. */
class Closing {
  private readonly closers: Closer[] = [];
  private closed: Promise<void> | undefined;
  readonly abort = new AbortController();

  /** What was still being started when the end came is undone at once. */
  add(closer: Closer): void {
    if (this.abort.signal.aborted) void closer();
    else this.closers.push(closer);
  }

  close(): Promise<void> {
    this.abort.abort();
    this.closed ??= (async () => {
      for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) await closer();
    })();
    return this.closed;
  }
}

function holdDataFolder({ dataFolder, localAddress }: StartSettings): Closer {
  mkdirSync(dataFolder, { recursive: true });
  // Others may pass through (PostgreSQL's account must, when we are root) but not look around.
  chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
  const lock = takeLock(join(dataFolder, "running.lock"), localAddress);
  if ("release" in lock) return () => lock.release();
  throw new StartProblem(
    `Habeas already runs with this data folder (${dataFolder}): process ${lock.holder.pid} (${lock.holder.command}) at ${lock.holder.note}\n` +
      `Stop it (kill ${lock.holder.pid}), or start a second, separate portal:\n  HABEAS_DATA_DIR=.data-2 PORT=3001 npm start`,
  );
}

function assertOwnFolder(dataFolder: string): void {
  const self = process.getuid?.();
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid;
  if (self === undefined || self === 0 || owner === undefined || owner === self) return;
  throw new StartProblem(
    `The data folder ${dataFolder} belongs to another account (number ${owner}): it was first started as root or by somebody else.\n` +
      "Start as that account, or choose another folder:\n  HABEAS_DATA_DIR=.data-mine npm start",
  );
}

function putInPlace(start: StartSettings, secret: string, ownerUrl: string, appUrl: string): void {
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HABEAS_SECRET: secret,
    HABEAS_DATABASE_URL: appUrl,
    HABEAS_OWNER_DATABASE_URL: ownerUrl,
    HABEAS_DATA_DIR: start.dataFolder,
    HABEAS_BASE_URL: start.baseUrl,
    NEXTAUTH_URL: start.baseUrl,
  });
}

/** The web process has no business with the owner of the tables. */
function environmentOfWeb(): NodeJS.ProcessEnv {
  const { HABEAS_OWNER_DATABASE_URL: _, DATABASE_URL: __, ...rest } = process.env;
  return rest;
}

async function start(closing: Closing): Promise<void> {
  readEnvironmentFile(ROOT);
  const wanted = startSettings(process.env);
  const { dataFolder, host, port, localAddress } = wanted;
  assertOwnFolder(dataFolder);
  closing.add(holdDataFolder(wanted));
  const ready = join(dataFolder, "ready.json");
  // A killed start left it behind; whoever waits for it must not find it early.
  rmSync(ready, { force: true });
  await assertPortFree(host, port);
  const secret = habeasSecret(dataFolder, process.env.HABEAS_SECRET, say);
  const unknown = "postgresql://not-known-yet";
  parseSettings({ ...process.env, HABEAS_SECRET: secret, HABEAS_DATABASE_URL: wanted.databaseUrl ?? unknown });
  generateClient();

  let restartChildren: () => Promise<void> = async () => {};
  let ownerUrl = wanted.databaseUrl;
  if (!ownerUrl) {
    const database = await keepDatabase(dataFolder, say, async (moved) => {
      putInPlace(wanted, secret, moved, await ensureAppRole(moved, secret));
      await restartChildren();
    });
    closing.add(() => database.stop());
    ownerUrl = database.ownerUrl;
  }
  const appUrl = await prepareDatabase({ ownerUrl, secret, appUrl: wanted.appDatabaseUrl, say });
  putInPlace(wanted, secret, ownerUrl, appUrl);
  const now = new Date();
  const organisations = wanted.demo
    ? await loadOrganisations(ownerUrl, readOrganisations(join(ROOT, EXAMPLES)), { onlyExamples: true, now })
    : [];
  // Also where no profile was loaded: a new release may have brought another calendar.
  await recordClockSettings(ownerUrl, now);
  await recordSystems(ownerUrl, now);
  for (const { slug, open } of await promisedBefore(ownerUrl)) say(promisedBeforeWords(slug, open));
  if (organisations.length > 0) layOutDemoLists(ROOT, dataFolder);
  const people: FirstPeople = await firstPeople({ demo: wanted.demo && wanted.private, now });
  if (closing.abort.signal.aborted) return;
  await ensureBuilt(say, (stop) => closing.add(stop));
  if (closing.abort.signal.aborted) return;

  const preload = ["--import", join(ROOT, "scripts/exit-with-parent.mjs")];
  const web = keepRunning(
    { name: "web server", args: [...preload, NEXT, "start", "-H", host, "-p", String(port)], env: environmentOfWeb },
    say,
  );
  closing.add(() => web.stop());
  const worker = keepRunning(
    { name: "worker", args: [...preload, "--import", "tsx", join(ROOT, "scripts/worker.ts")], env: () => process.env },
    say,
  );
  closing.add(() => worker.stop());
  restartChildren = async () => {
    await Promise.all([web.restart(), worker.restart()]);
  };

  const trouble = await untilHealthy(localAddress, closing.abort.signal);
  if (closing.abort.signal.aborted) return;
  if (trouble) say(`The portal runs, but does not call itself healthy: ${localAddress}/api/health says ${trouble}`);
  writePrivately(ready, `${JSON.stringify({ address: localAddress, organisations, ...people }, null, 2)}\n`);
  closing.add(() => rmSync(ready, { force: true }));
  say(welcome(wanted, organisations, people));
}

function promisedBeforeWords(slug: string, open: number): string {
  const which = open === 1 ? "1 open request keeps the date" : `${open} open requests keep the dates`;
  return `${slug}: ${which} promised under earlier settings. Console, Settings, Dates shows which would move, and asks.`;
}

/** npm passes a signal to the shell between us and it, and some shells die of it without a word to us. */
function onOrphaned(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/** Runs the portal until it is asked to stop. Ends the process: 0 after a wanted stop, 1 when it could not start. */
export async function runPortal(): Promise<void> {
  const closing = new Closing();
  const stop = () => {
    if (closing.abort.signal.aborted) return;
    say("Stopping …");
    void closing.close().then(() => {
      say("Stopped.");
      process.exit(0);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  onOrphaned(stop);
  // The terminal may be gone before us; a word nobody can read must not keep anything from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await start(closing);
  } catch (error) {
    if (closing.abort.signal.aborted) return;
    const isPlain = error instanceof StartProblem || error instanceof SettingsMistake;
    console.error(isPlain ? error.message : error);
    await closing.close();
    process.exit(1);
  }
}
