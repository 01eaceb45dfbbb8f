import "server-only";
import { createHash } from "node:crypto";
import type { StaffActor } from "@/lib/domain/actor";
import { entryOf } from "@/lib/domain/ledger";
import { countForPack, emptyPackTally, type PackSpan, packFigures } from "@/lib/domain/pack-figures";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { foldRequest } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import type { Organisation } from "@/lib/queries/organisation";
import { type PackChain, packChains, packCheckpoint } from "@/lib/queries/pack-record";
import { csvText } from "./csv";
import { packVerifier } from "./pack-verifier";
import { packMethod, packReadme } from "./pack-words";
import { type ZipEntry, zipBytes } from "./zip";

type Pack = { organisation: Organisation; span: PackSpan; madeAt: Date };
type Head = { chainId: string; reference: string; seq: number; hash: string };

/**
 * A regulator's pack as the bytes of a ZIP, made while it is sent: figures, method, every request's timeline, the record
 * itself with its hashes, and how to check it offline. The manifest comes last, over everything before it.
 */
export function regulatorPack(actor: StaffActor, pack: Pack): AsyncGenerator<Uint8Array> {
  return zipBytes(packFiles(actor, pack), pack.madeAt);
}

async function* packFiles(actor: StaffActor, pack: Pack): AsyncGenerator<ZipEntry> {
  const { organisation, span, madeAt } = pack;
  const { name, timeZone } = organisation.profile;
  const manifest: { name: string; sha256: string }[] = [];
  const file = (path: string, chunks: ZipEntry["chunks"]): ZipEntry => ({
    name: path,
    chunks: hashed(chunks, (sha256) => manifest.push({ name: path, sha256 })),
  });
  const tally = emptyPackTally(span);
  const heads: Head[] = [];
  const chains = () => packChains(actor, { organisation, span });
  const seen = ({ id, reference, chain }: PackChain) => {
    const facts = foldRequest(chain);
    countForPack(tally, { facts, dueOn: requestClock(facts, clockSettingsOf(organisation, facts)).dueOn });
    const last = chain.at(-1);
    if (last) heads.push({ chainId: id, reference, seq: last.seq, hash: last.hash });
  };
  yield file("README.txt", [bytes(packReadme({ organisation: name, timeZone, span, madeAt }))]);
  yield file("record.jsonl", recordLines(chains(), organisation.id, seen));
  yield file("timelines.csv", timelineLines(chains()));
  yield file("figures.csv", [bytes(figuresCsv(tally))]);
  yield file("method.txt", [bytes(packMethod())]);
  yield file("heads.json", [json({ heads })]);
  yield file("checkpoint.json", [json(await packCheckpoint())]);
  yield file("verify.mjs", [bytes(packVerifier)]);
  yield { name: "manifest.json", chunks: [json({ files: manifest })] };
}

/** Each entry exactly as its hash was taken over it: ids and codes, and nothing that anybody wrote. */
async function* recordLines(
  chains: AsyncIterable<PackChain>,
  organisationId: string,
  seen: (chain: PackChain) => void,
): AsyncGenerator<Uint8Array> {
  for await (const one of chains) {
    seen(one);
    const lines = one.chain.map((recorded) => {
      const { hash, previousHash } = recorded;
      return JSON.stringify({ ...entryOf(recorded, { organisationId, chainId: one.id }), previousHash, hash });
    });
    yield bytes(`${lines.join("\n")}\n`);
  }
}

async function* timelineLines(chains: AsyncIterable<PackChain>): AsyncGenerator<Uint8Array> {
  yield bytes(csvText([["reference", "entry", "day", "by", "what happened", "hash"]]));
  for await (const { reference, chain } of chains) {
    const rows = chain.map(({ seq, day, actorKind, event, hash }) => [
      reference,
      String(seq),
      day,
      actorKind,
      wordsOf(event.type),
      hash,
    ]);
    yield bytes(csvText(rows).replace("\uFEFF", ""));
  }
}

function figuresCsv(tally: ReturnType<typeof emptyPackTally>): string {
  const { from, asOf } = tally.span;
  const rows = packFigures(tally).map(({ name, value, counts }) => [from, asOf, name, value, counts]);
  return csvText([["received from", "as of the end of", "figure", "value", "what it counts"], ...rows]);
}

/** `DeadlineExtended` as "deadline extended". */
function wordsOf(type: string): string {
  return type.replace(/(?<=[a-z])[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`).toLowerCase();
}

async function* hashed(chunks: ZipEntry["chunks"], done: (sha256: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest("hex"));
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

function json(value: unknown): Uint8Array {
  return bytes(`${JSON.stringify(value, null, 2)}\n`);
}
