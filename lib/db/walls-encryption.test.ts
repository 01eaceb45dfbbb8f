import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { named, openDesk } from "@/lib/commands/test-desk";
import { canaries, walkThrough } from "@/lib/commands/test-walk";
import { canonicalName } from "@/lib/domain/filing";
import {
  keyedDigest,
  newDataKey,
  openForInstance,
  openText,
  sealForInstance,
  sealText,
  unwrapDataKey,
} from "./field-encryption";
import { blindIndex, currentKeyId, derivedKey, keyFingerprint, tokenHash } from "./key-ring";
import { dataKeyOf, detailsOf, personOf, place } from "./request-store";
import { type RawRole, rawRole } from "./test-app-role";

let desk: Awaited<ReturnType<typeof openDesk>>;
let owner: RawRole;
let walk: Awaited<ReturnType<typeof walkThrough>>;

beforeAll(async () => {
  desk = await openDesk();
  owner = await rawRole(desk.ownerUrl);
  walk = await walkThrough(desk);
});
afterAll(async () => {
  await owner?.close();
  await desk?.close();
});

describe("PRV-01, V11.3.1: a sealed value opens in its place, with its key, unchanged, and nowhere else", () => {
  const requestId = randomUUID();
  const here = place("message", "body", "row");

  it("opens where it was sealed", () => {
    const { key, wrapped, keyId } = newDataKey(requestId);
    const sealed = sealText(key, here, "wörds\n");
    expect(openText(unwrapDataKey(requestId, wrapped, keyId), here, sealed)).toBe("wörds\n");
  });

  it("a digest says the same of the same text under one key, and tells another key's holder nothing", () => {
    const [mine, other] = [newDataKey(requestId).key, newDataKey(requestId).key];
    expect(keyedDigest(mine, "Robin")).toBe(keyedDigest(mine, "Robin"));
    expect(keyedDigest(mine, "Robin")).not.toBe(keyedDigest(mine, "Robyn"));
    expect(keyedDigest(mine, "Robin")).not.toBe(keyedDigest(other, "Robin"));
  });

  it("breaks at every flipped bit: version, nonce, tag and text", () => {
    const { key } = newDataKey(requestId);
    const sealed = sealText(key, here, "secret");
    for (let at = 0; at < sealed.length; at++) {
      const flipped = Uint8Array.from(sealed, (byte, place) => (place === at ? byte ^ 1 : byte));
      expect(() => openText(key, here, flipped)).toThrow();
    }
    expect(() => openText(key, here, sealed.slice(0, 20))).toThrow("unknown form");
  });

  it.each([
    ["another row", place("message", "body", "other")],
    ["another column", place("message", "subject", "row")],
    ["another table", place("answer", "body", "row")],
  ])("does not open in %s", (_, there) => {
    const { key } = newDataKey(requestId);
    expect(() => openText(key, there, sealText(key, here, "secret"))).toThrow();
  });

  it("does not open with the key of another request, and that key does not unwrap for this one", () => {
    const mine = newDataKey(requestId);
    const other = newDataKey(randomUUID());
    expect(() => openText(other.key, here, sealText(mine.key, here, "secret"))).toThrow();
    expect(() => unwrapDataKey(requestId, other.wrapped, other.keyId)).toThrow();
    expect(() => unwrapDataKey(requestId, mine.wrapped, "k0")).toThrow();
  });

  it("is never the same twice", () => {
    const { key } = newDataKey(requestId);
    const all = new Set(Array.from({ length: 2_000 }, () => Buffer.from(sealText(key, here, "same")).toString("hex")));
    expect(all.size).toBe(2_000);
  });

  it("keeps what belongs to no request apart by purpose and place", () => {
    const sealed = sealForInstance("kept-form", here, "typed");
    expect(openForInstance("kept-form", here, sealed)).toBe("typed");
    expect(() => openForInstance("staff-factor", here, sealed)).toThrow();
    expect(() => openForInstance("kept-form", "elsewhere", sealed)).toThrow();
  });
});

describe("PRV-01: a ciphertext moved in the database does not open", () => {
  it("another request's person, put into this row", async () => {
    const mine = await desk.look((await desk.file()).id);
    const other = await desk.look((await desk.file()).id);
    expect(() => personOf({ ...mine, row: { ...mine.row, person: other.row.person } })).toThrow();
    expect(() => detailsOf({ ...mine, row: { ...mine.row, details: mine.row.person } })).toThrow();
    expect(() => dataKeyOf({ ...mine, row: { ...mine.row, wrappedKey: other.row.wrappedKey } })).toThrow();
  });

  it("PRV-04: without the wrapped key nothing of the request opens", async () => {
    const stored = await desk.look(walk.id);
    const shredded = { ...stored, row: { ...stored.row, wrappedKey: null } };
    expect([personOf(shredded), detailsOf(shredded)]).toEqual([null, null]);
    expect(() => dataKeyOf(shredded)).toThrow("destroyed");
  });
});

describe("PRV-03: blind indexes", () => {
  it("differ from organisation to organisation, from field to field and from every other key", () => {
    const [here, there] = [desk.organisation.id, named(desk.organisations, "ares").id];
    const same = blindIndex(here, "email", canaries.email);
    expect(blindIndex(here, "email", canaries.email)).toBe(same);
    const others = [blindIndex(there, "email", canaries.email), blindIndex(here, "name", canaries.email)];
    expect([...others, tokenHash(canaries.email), keyFingerprint()]).not.toContain(same);
  });
  it("are derived from keys that are all different", () => {
    const purposes = ["wrap", "blind-index", "token", "kept-form", "staff-factor", "signing", "rate"] as const;
    const keys = purposes.flatMap((purpose) => [derivedKey(purpose), derivedKey(purpose, "context")]);
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(keys.length);
  });
  it("are what the row carries, for look-up", async () => {
    const { row } = await desk.look(walk.id);
    expect(row.emailIndex).toBe(blindIndex(desk.organisation.id, "email", canaries.email));
    expect(row.nameIndex).toBe(blindIndex(desk.organisation.id, "name", canonicalName(canaries.name)));
    expect(row.keyId).toBe(currentKeyId);
  });
});

describe("ATK-B1, V16.2.5: a stolen database shows nobody", () => {
  /** Every row of every table and schema, as text; binary columns as hex. */
  async function dump(): Promise<string> {
    const tables = await owner.rows<{ name: string }>(
      null,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
    );
    const parts: string[] = [];
    for (const { id } of desk.organisations) {
      for (const { name } of tables) {
        const rows = await owner.rows<{ row: string }>(id, `select row_to_json(t)::text as row from ${name} t`);
        parts.push(...rows.map(({ row }) => `${name} ${row}`));
      }
    }
    return parts.join("\n");
  }
  const disguises = (word: string) => {
    const bytes = Buffer.from(word);
    return [word, word.toLowerCase(), bytes.toString("hex"), bytes.toString("base64").slice(0, -4)];
  };

  it("no name, address, message, note, reason, answer, file name, typed form, link or code in any table", async () => {
    const held = await dump();
    expect(held).toContain(walk.reference);
    expect(held).toContain("DeadlineExtended");
    const secrets = [
      walk.secrets.token,
      walk.secrets.code,
      walk.session,
      "AGE-SECRET-KEY-1CANARYKEY",
      "canary-browser",
    ];
    const shown = [...Object.values(canaries), ...secrets].flatMap(disguises).filter((word) => held.includes(word));
    expect(shown).toEqual([]);
    expect(held.toLowerCase()).not.toContain("canary");
  });

  it("the search would find a canary, were there one", async () => {
    const word = `canary-${randomBytes(4).toString("hex")}`;
    await owner.client.query('insert into rate_count (key, "window", count, expires_at) values ($1, now(), 1, now())', [
      word,
    ]);
    expect(await dump()).toContain(word);
  });

  it("and the words are there for whoever holds the key", async () => {
    const stored = await desk.look(walk.id);
    expect(personOf(stored)).toMatchObject({ name: canaries.name, email: canaries.email });
    expect(detailsOf(stored)).toEqual({ access: { which: canaries.detail } });
  });
});
