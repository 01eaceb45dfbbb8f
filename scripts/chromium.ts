import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

/**
 * Makes sure that there is a browser to test with: CHROMIUM_PATH, one on PATH, Debian's package (as root), or
 * Playwright's own download.
 *
 * @returns its path, or "" for Playwright's own
 * @throws Error saying what to install
 */
export function ensureChromium(say: (line: string) => void): string {
  const known = process.env.CHROMIUM_PATH || onPath();
  if (known) return known;
  if (process.getuid?.() === 0 && run("sh", ["-c", "command -v apt-get >/dev/null"])) {
    say("Installing Chromium (Debian's package) …");
    process.env.DEBIAN_FRONTEND = "noninteractive";
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    if (run("apt-get", install) || (run("apt-get", ["update", "-qq"]) && run("apt-get", install))) {
      const installed = onPath();
      if (installed) return installed;
    }
  }
  say("Getting Playwright's Chromium …");
  if (run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"])) return "";
  throw new Error("There is no browser to test with. Install Chromium, or set CHROMIUM_PATH to one.");
}
