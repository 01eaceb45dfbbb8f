// A portal as people start it, for a test: own port, own data folder, a real mail server.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startTestMail } from "./e2e-mail";
import { freePort } from "./free-port";

const root = resolve(import.meta.dirname, "..");
const patienceMs = 300_000;

/** A developer's own settings must not reach a test: set to nothing, they also win over the file .env. */
const noSettings = Object.fromEntries(
  ["DATABASE_URL", "DATABASE_APP_URL", "HABEAS_SECRET", "HABEAS_BASE_URL", "HOST", "TRUSTED_PROXIES"].map((name) => [
    name,
    "",
  ]),
);

export type TestPortal = {
  base: string;
  /** File with the demo sign-ins, written when the portal serves. */
  ready: string;
  processId: number;
  stop(): Promise<void>;
};

/** `log` gets what the portal prints; `settings` are added to its environment. Throws the log's end where it does not start. */
export async function startTestPortal(
  folders: { dataFolder: string; mailFolder: string; log: string },
  settings: Readonly<Record<string, string>> = {},
): Promise<TestPortal> {
  const { dataFolder, mailFolder, log } = folders;
  const mail = await startTestMail(mailFolder);
  const port = await freePort();
  const descriptor = openSync(log, "a");
  const portal = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    stdio: ["ignore", descriptor, descriptor],
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(port),
      HABEAS_DATA_DIR: dataFolder,
      HABEAS_DEMO: "1",
      SMTP_URL: mail.url,
      ...settings,
    },
  });
  closeSync(descriptor);
  const gone = new Promise<void>((settle) => portal.once("exit", () => settle()));
  async function stop(): Promise<void> {
    portal.kill("SIGTERM");
    await gone;
    await mail.close();
  }
  const ready = join(dataFolder, "ready.json");
  const until = performance.now() + patienceMs;
  while (!existsSync(ready)) {
    if (portal.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(`The portal did not start:\n${readFileSync(log, "utf8").split("\n").slice(-40).join("\n")}`);
    }
    await pause(200);
  }
  return { base: `http://127.0.0.1:${port}`, ready, processId: portal.pid ?? 0, stop };
}
