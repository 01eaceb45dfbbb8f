// Playwright's global set-up: the portal as people start it, with its own empty data folder and a real mail server.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startTestMail } from "./e2e-mail";
import { freePort } from "./free-port";
import { removeDatabase } from "./throw-away-database";

const ROOT = resolve(import.meta.dirname, "..");
const RESULTS = join(ROOT, "test-results");
const PATIENCE_MS = 300_000;

/** A developer's own settings must not reach the tests: set to nothing, they also win over the file .env. */
export const noSettings = Object.fromEntries(
  ["DATABASE_URL", "DATABASE_APP_URL", "HABEAS_SECRET", "HABEAS_BASE_URL", "HOST", "TRUSTED_PROXIES"].map((name) => [
    name,
    "",
  ]),
);

/**
 * Tells the journeys by environment: E2E_BASE_URL, E2E_DATA_DIR, E2E_MAIL_DIR (one .eml a letter), and E2E_READY, the
 * file with the demo sign-ins that the start wrote.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // A portal that is up already is used as it is: whoever set these four stops it, too.
  if (process.env.E2E_BASE_URL) return undefined;
  mkdirSync(RESULTS, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), "habeas-e2e-"));
  const mailFolder = join(RESULTS, "mail");
  rmSync(mailFolder, { recursive: true, force: true });
  const mail = await startTestMail(mailFolder);
  const port = await freePort();
  const log = join(RESULTS, "server.log");
  const descriptor = openSync(log, "w");
  const portal = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    stdio: ["ignore", descriptor, descriptor],
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(port),
      HABEAS_DATA_DIR: dataFolder,
      HABEAS_DEMO: "1",
      SMTP_URL: mail.url,
    },
  });
  closeSync(descriptor);
  const gone = new Promise<void>((settle) => portal.once("exit", () => settle()));

  const ready = join(dataFolder, "ready.json");
  const until = performance.now() + PATIENCE_MS;
  while (!existsSync(ready)) {
    if (portal.exitCode !== null || performance.now() > until) {
      portal.kill("SIGTERM");
      await Promise.all([gone, mail.close()]);
      throw new Error(`The portal did not start:\n${readFileSync(log, "utf8").split("\n").slice(-40).join("\n")}`);
    }
    await pause(200);
  }
  process.env.E2E_BASE_URL = `http://127.0.0.1:${port}`;
  process.env.E2E_DATA_DIR = dataFolder;
  process.env.E2E_MAIL_DIR = mailFolder;
  process.env.E2E_READY = ready;

  return async () => {
    portal.kill("SIGTERM");
    await gone;
    await mail.close();
    removeDatabase(join(dataFolder, "database"));
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
