// `npm run -s package:verify -- FILE.zip`: whether a package is as its manifest says, offline. Exits 0 only if it is.
// Without Habeas, in the unpacked folder: `sha256sum -c SHA256SUMS.txt`.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { verifyPackage } from "@/lib/package/verify-package";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("Usage: npm run -s package:verify -- FILE.zip");
  process.exitCode = 2;
} else {
  process.exitCode = await verified(file);
}

async function verified(path: string): Promise<number> {
  try {
    const { files, bytes, problems } = await verifyPackage(path);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash);
    console.log(`${files} files with ${bytes} bytes are as the manifest says.`);
    console.log(`The package itself: sha256 ${hash.digest("hex")}`);
    return 0;
  } catch (fault) {
    console.error(`${path}: ${fault instanceof Error ? fault.message : "cannot be read"}`);
    return 1;
  }
}
