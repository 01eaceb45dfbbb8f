import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { ensureChromium } from "./chromium";

// `npm run screenshots`: the portal as people start it, with some weeks behind it, walked once, each page drawn on desktop
// and telephone, light and dark, into docs/screenshots. The walk itself is e2e/drawing.
const root = resolve(import.meta.dirname, "..");
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/@playwright/test/cli.js"), "test", "--config", "e2e/drawing/playwright.config.ts"],
  { cwd: root, stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: ensureChromium(console.log) } },
);
process.exit(status ?? 1);
