// How fast a package is built beside plain gzip of the bytes that are in it, and how much memory 2 GB of rows take.
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readRows } from "@/lib/package/read-rows";
import { csvBytes, jsonBytes } from "@/lib/package/row-files";
import { scanRows } from "@/lib/package/scan-rows";
import { generatedRows } from "./package-rows";

const limits = { ratio: 4, peakMegabytes: 300 };
type Run = { megabytes: number; archive: number; seconds: number; peakMegabytes: number };

/** `speed`: megabytes for the comparison; `most`: those whose memory is looked at. */
export async function measurePackage({ speed, most }: { speed: number; most: number }) {
  const built = packageRun(speed);
  const gzip = await gzipSeconds(speed);
  const ratio = Math.round((built.seconds / gzip.seconds) * 100) / 100;
  const large = packageRun(most);
  const kept = ratio <= limits.ratio && large.peakMegabytes < limits.peakMegabytes;
  return { limits, throughput: { built, gzip, ratio }, memory: large, kept };
}

/** A package of so many megabytes of rows, built in a process of its own. */
export function packageRun(megabytes: number): Run {
  const tsx = join("node_modules", "tsx", "dist", "cli.mjs");
  const run = [tsx, "--tsconfig", "tsconfig.node.json", "bench/package-run.ts", String(megabytes)];
  return JSON.parse(execFileSync(process.execPath, run, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

// The same JSON and CSV, lying on the disk already: what remains is gzip.
async function gzipSeconds(megabytes: number): Promise<{ megabytes: number; seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), "habeas-bench-"));
  const file = join(folder, "plain");
  try {
    const { open } = generatedRows("campaign_store", "campaigns", megabytes);
    const [part] = await scanRows("campaign_store", readRows(await open()));
    if (!part) throw new Error("nothing was generated");
    await pipeline(jsonBytes(readRows(await open()), "campaigns"), createWriteStream(file));
    await pipeline(csvBytes(readRows(await open()), part), createWriteStream(file, { flags: "a" }));
    let size = 0;
    const begun = performance.now();
    const count = new Writable({
      write(_, __, done) {
        done();
      },
    });
    const source = createReadStream(file);
    source.on("data", (chunk) => {
      size += chunk.length;
    });
    await pipeline(source, createGzip({ level: 6 }), count);
    return { megabytes: Math.round(size / 1_000_000), seconds: Math.round(performance.now() - begun) / 1000 };
  } finally {
    await rm(folder, { recursive: true });
  }
}
