/**
 * The script in a regulator's pack: it needs Node and nothing else, and says the first thing that does not hold. Written by
 * hand beside lib/domain/ledger.ts, so that the pack is not checked by the code that made it; pack-files.test.ts runs it.
 */
export const packVerifier = `// Checks this pack: node verify.mjs. Exits 0 only if everything holds.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const here = new URL("./", import.meta.url);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const read = (name) => readFileSync(new URL(name, here));
const broken = (why) => {
  console.log("BROKEN  " + why);
  process.exit(1);
};

// Keys sorted at every depth, no spaces (RFC 8785 for what stands in the record).
function canonical(value) {
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return "{" + keys.map((key) => JSON.stringify(key) + ":" + canonical(value[key])).join(",") + "}";
}

const { files } = JSON.parse(read("manifest.json"));
for (const { name, sha256: expected } of files) {
  if (sha256(read(name)) !== expected) broken(name + " is not the file of the manifest");
}
console.log("holds   " + files.length + " files of the manifest");

const ends = new Map();
let entries = 0;
for await (const line of createInterface({ input: createReadStream(new URL("record.jsonl", here)) })) {
  const { hash, previousHash, ...entry } = JSON.parse(line);
  const end = ends.get(entry.chainId) ?? { seq: 0, hash: "0".repeat(64) };
  const name = "entry " + entry.seq + " of chain " + entry.chainId;
  if (entry.seq !== end.seq + 1 || previousHash !== end.hash) broken(name + " does not follow the one before");
  if (sha256(previousHash + "\\n" + canonical(entry)) !== hash) broken(name + " was altered");
  ends.set(entry.chainId, { seq: entry.seq, hash });
  entries += 1;
}
const { heads } = JSON.parse(read("heads.json"));
for (const { chainId, seq, hash } of heads) {
  const end = ends.get(chainId);
  if (!end || end.seq !== seq || end.hash !== hash) broken("the chain " + chainId + " does not end in its head");
}
if (heads.length !== ends.size) broken("there are chains without a head");
console.log("holds   " + heads.length + " chains with " + entries + " entries");

const { checkpoint, publicKey } = JSON.parse(read("checkpoint.json"));
if (checkpoint) {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  const text = "habeas checkpoint v1\\n" + checkpoint.at + "\\n" + checkpoint.digest;
  if (!verify(null, Buffer.from(text), key, Buffer.from(checkpoint.signature, "base64"))) {
    broken("the checkpoint was not signed with this key");
  }
  console.log("holds   the signature of the checkpoint of " + checkpoint.at);
}
`;
