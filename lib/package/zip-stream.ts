import { createHash } from "node:crypto";
import { type PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A file of the archive, opened only when its turn has come. `seen` hears what went in, before the next one is opened. */
export type ZippedFile = {
  path: string;
  open: () => AsyncIterable<Uint8Array>;
  /** Bytes that are packed already (pictures, other archives) are taken as they are. */
  packed?: boolean;
  seen: (of: { bytes: number; sha256: string }) => void;
};

/**
 * The archive as a stream: one piece of one file at a time stands in memory, zip64 where it has to be. Every file carries
 * the moment `at` in UTC, so the same input gives the same bytes on every machine. A file that fails ends the stream with
 * its fault: no archive looks whole that lacks something.
 */
export function zipStream(files: readonly ZippedFile[], at: Date): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const fail = (fault: unknown) => out.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  zip.on("error", fail);
  for (const { path, open, packed = false, seen } of files) {
    // DOS times are wall-clock times of whoever writes: shifted, the library's local reading gives UTC everywhere.
    const options = { mtime: wallClockAsUtc(at), mode: 0o100644, compress: !packed, forceDosTimestamp: true };
    zip.addReadStreamLazy(path, options, (give) => {
      const stream = Readable.from(watched(open(), seen), { objectMode: false });
      stream.on("error", fail);
      give(null, stream);
    });
  }
  zip.end();
  return out;
}

async function* watched(chunks: AsyncIterable<Uint8Array>, seen: ZippedFile["seen"]): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    yield chunk;
  }
  seen({ bytes, sha256: hash.digest("hex") });
}

function wallClockAsUtc(at: Date): Date {
  return new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );
}
