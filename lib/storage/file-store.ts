import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { settings } from "@/lib/settings";

/** What the store says of bytes it took; the identity that opens them is known to the caller alone. */
export type Stored = { id: string; size: number; digest: string; fileKey: string };

/**
 * Encrypts a stream (age, X25519) into the file store under a random id. The name it came with never touches the disk.
 * A file that was cut off leaves nothing behind.
 */
export async function storeBytes(bytes: ReadableStream<Uint8Array>): Promise<Stored> {
  const id = randomUUID();
  const fileKey = await generateIdentity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(fileKey));
  const counted = countedStream(bytes);
  const path = pathOf(id);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  try {
    const sealed = (await encrypter.encrypt(counted.stream)) as unknown as NodeWebStream<Uint8Array>;
    await pipeline(Readable.fromWeb(sealed), createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, path);
  } catch (fault) {
    await rm(partial, { force: true });
    throw fault;
  }
  return { id, fileKey, ...counted.result() };
}

/** The plain bytes as a stream. Fails in the middle when the file on disk was changed: age authenticates each chunk. */
export async function openBytes(id: string, fileKey: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(fileKey);
  const sealed = Readable.toWeb(createReadStream(pathOf(id))) as unknown as ReadableStream<Uint8Array>;
  return decrypter.decrypt(sealed);
}

export async function destroyBytes(id: string): Promise<void> {
  await rm(pathOf(id), { force: true });
}

function pathOf(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("not an id of the file store");
  return join(settings().dataDir, "files", id.slice(0, 2), `${id}.age`);
}

function countedStream(bytes: ReadableStream<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  const stream = bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        hash.update(chunk);
        size += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  return { stream, result: () => ({ size, digest: hash.digest("hex") }) };
}
