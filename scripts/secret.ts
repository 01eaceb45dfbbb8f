import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivately } from "./cluster-record";

/**
 * HABEAS_SECRET, or the one in the data folder, made on first use. Whether it is good enough is for lib/settings.ts to
 * say.
 */
export function habeasSecret(dataFolder: string, given: string | undefined, say: (line: string) => void): string {
  if (given) return given;
  const file = join(dataFolder, "secret");
  if (!existsSync(file)) {
    writePrivately(file, `${randomBytes(32).toString("base64url")}\n`);
    say(
      `A new secret was made in ${file}. Keep a copy somewhere safe: without it nothing encrypted can be read again.`,
    );
  }
  return readFileSync(file, "utf8").trim();
}
