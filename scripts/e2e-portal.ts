// Playwright's global set-up: one portal for all journeys, with its own empty data folder.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startTestPortal } from "./test-portal";
import { removeDatabase } from "./throw-away-database";

const results = resolve(import.meta.dirname, "../test-results");

/**
 * Tells the journeys by environment: E2E_BASE_URL, E2E_DATA_DIR, E2E_MAIL_DIR (one .eml a letter), and E2E_READY, the
 * file with the demo sign-ins that the start wrote.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // A portal that is up already is used as it is: whoever set these four stops it, too.
  if (process.env.E2E_BASE_URL) return undefined;
  mkdirSync(results, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), "habeas-e2e-"));
  const mailFolder = join(results, "mail");
  const log = join(results, "server.log");
  for (const old of [mailFolder, log]) rmSync(old, { recursive: true, force: true });
  const { base, ready, stop } = await startTestPortal({ dataFolder, mailFolder, log });
  process.env.E2E_BASE_URL = base;
  process.env.E2E_DATA_DIR = dataFolder;
  process.env.E2E_MAIL_DIR = mailFolder;
  process.env.E2E_READY = ready;

  return async () => {
    await stop();
    removeDatabase(join(dataFolder, "database"));
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
