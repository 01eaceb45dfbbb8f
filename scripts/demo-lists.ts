import { constants, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LISTS = "examples/matching";

/** Puts the example organisations' lists of people, with whom data points are compared, where their profiles look. */
export function layOutDemoLists(root: string, dataFolder: string): void {
  const folder = join(dataFolder, "matching");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(join(root, LISTS))) {
    // One that is there already was put there by somebody.
    try {
      copyFileSync(join(root, LISTS, name), join(folder, name), constants.COPYFILE_EXCL);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
    }
  }
}
