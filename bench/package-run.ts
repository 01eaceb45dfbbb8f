// One package of generated rows in a process of its own, so that its peak is its own: prints JSON. Started by
// bench/measure-package.ts and by lib/package/package-memory.test.ts with the megabytes to generate.
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { packageStream } from "@/lib/package/build-package";
import { madeAt, packageFacts } from "@/lib/package/test-package";
import { generatedRows } from "./package-rows";

const megabytes = Number(process.argv[2]);
const begun = performance.now();
let out = 0;
const stream = await packageStream({
  facts: packageFacts(),
  madeAt,
  rows: [generatedRows("campaign_store", "campaigns", megabytes)],
  files: [],
});
const sink = new Writable({
  write(chunk: Buffer, _, done) {
    out += chunk.length;
    done();
  },
});
await pipeline(stream, sink);
console.log(
  JSON.stringify({
    megabytes,
    archive: Math.round(out / 1_000_000),
    seconds: Math.round(performance.now() - begun) / 1000,
    // Kilobytes on Linux and macOS alike, as libuv gives them.
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1000),
  }),
);
