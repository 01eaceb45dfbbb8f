// A ZIP (APPNOTE 6.3.10) written as it is read: each file deflated, its sizes and CRC after it, the directory at the end.
import { crc32, createDeflateRaw } from "node:zlib";

/** A file of the archive. `chunks` is read once, in order. */
export type ZipEntry = { name: string; chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

type Written = { name: Buffer; crc: number; packed: number; size: number; at: number };

// Bit 3: sizes follow the data. Bit 11: names are UTF-8. Method 8: deflate. 20: what is needed to read it, version 2.0.
const flags = 0x0808;
const deflate = 8;
const version = 20;
const limit = 0xffff_ffff;

/**
 * The bytes of the archive, piece by piece: nothing but the piece in hand stands in memory. Every file carries the moment
 * `at`, so that the same contents give the same bytes.
 *
 * @throws RangeError beyond 4 GB or 65,535 files, which this plain form cannot hold
 */
export async function* zipBytes(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  const stamp = dosMoment(at);
  let offset = 0;
  for await (const { name, chunks } of entries) {
    const file: Written = { name: Buffer.from(name, "utf8"), crc: 0, packed: 0, size: 0, at: offset };
    const head = localHead(file, stamp);
    yield head;
    for await (const piece of deflated(chunks, file)) {
      file.packed += piece.length;
      yield piece;
    }
    const tail = sizesOf(file);
    yield tail;
    offset += head.length + file.packed + tail.length;
    if (offset > limit) throw new RangeError("the archive is larger than 4 GB");
    written.push(file);
  }
  if (written.length > 0xffff) throw new RangeError("the archive has more than 65,535 files");
  const directory = Buffer.concat(written.map((file) => directoryEntry(file, stamp)));
  yield directory;
  yield directoryEnd({ files: written.length, size: directory.length, at: offset });
}

async function* deflated(chunks: ZipEntry["chunks"], file: Written): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  const feeding = (async () => {
    for await (const chunk of chunks) {
      file.crc = crc32(chunk, file.crc);
      file.size += chunk.length;
      if (!packer.write(chunk)) await new Promise((resolve) => packer.once("drain", resolve));
    }
    packer.end();
  })();
  // A source that fails ends the archive: a whole-looking one must not lack a file.
  feeding.catch((fault) => packer.destroy(fault as Error));
  for await (const piece of packer) yield piece as Uint8Array;
  await feeding;
}

function localHead({ name }: Written, stamp: { time: number; day: number }): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflate, 8);
  head.writeUInt16LE(stamp.time, 10);
  head.writeUInt16LE(stamp.day, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function sizesOf({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function directoryEntry({ name, crc, packed, size, at }: Written, stamp: { time: number; day: number }): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflate, 10);
  entry.writeUInt16LE(stamp.time, 12);
  entry.writeUInt16LE(stamp.day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function directoryEnd({ files, size, at }: { files: number; size: number; at: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

// Two-second steps since 1980, in UTC: the format knows no zone.
function dosMoment(at: Date): { time: number; day: number } {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return { time, day };
}
