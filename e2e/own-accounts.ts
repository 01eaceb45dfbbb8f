import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import pg from "pg";
import { clusterRecord } from "@/scripts/cluster-record";
import { startTestOidc, testClient } from "@/scripts/test-oidc";
import { neighbours } from "./household";
import type { Slug } from "./person";

const issuer = "https://accounts.example.com";

export type Holder = { email: string; name: string };

/** What an organisation runs beside the desk: its sign-in, and its settings page that signs the way over. */
export type OwnAccounts = {
  /** The address that the link in the account settings leads to, for whoever signed in there so many minutes ago. */
  wayOver(email: string, minutesAgo?: number): Promise<string>;
  close(): Promise<void>;
};

/**
 * Gives an example organisation accounts for this run. The key is made here and now: no key that anybody could have read
 * opens a desk, not even one for trying things out (decision 042).
 */
export async function openOwnAccounts(slug: Slug, holders: readonly Holder[]): Promise<OwnAccounts> {
  const base = process.env.E2E_BASE_URL ?? "";
  const accounts = holders.map((holder) => ({ ...holder, verified: true }));
  const redirectUris = [`${base}/${slug}/account/callback`];
  const oidc = await startTestOidc({ accounts, redirectUris, secretless: true });
  neighbours.add(new URL(oidc.issuer).host);
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  const before = await identityOf(slug, {
    signIn: { name: "your AI Works For Us account", issuer: oidc.issuer, clientId: testClient.id },
    handOver: { issuer, publicJwk: { kty, crv, x } },
  });
  return {
    async wayOver(email, minutesAgo = 1) {
      const name = holders.find((holder) => holder.email === email)?.name;
      const auth_time = Math.floor(Date.now() / 1000) - minutesAgo * 60;
      const token = await new SignJWT({ email, email_verified: true, name, auth_time })
        .setProtectedHeader({ alg: "EdDSA", typ: "habeas-hand-over+jwt" })
        .setIssuer(issuer)
        .setAudience(`${base}/${slug}`)
        .setIssuedAt()
        .setExpirationTime("2m")
        .setJti(randomUUID())
        .sign(privateKey);
      return `/${slug}/account/${token}`;
    },
    async close() {
      await identityOf(slug, before);
      await oidc.close();
    },
  };
}

type Doors = { signIn?: unknown; handOver?: unknown };

/** Writes these doors into the organisation's profile, as loading its file would; returns those that stood there. */
async function identityOf(slug: Slug, doors: Doors): Promise<Doors> {
  const { port, superuserPassword: password } = clusterRecord(join(process.env.E2E_DATA_DIR ?? "", "database"));
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "habeas" });
  await client.connect();
  try {
    const query = "select profile -> 'identity' as identity from organisation where slug = $1";
    const { rows } = await client.query<{ identity: Doors }>(query, [slug]);
    const { signIn, handOver, ...rest } = rows[0]?.identity ?? {};
    const identity = JSON.stringify({ ...rest, ...doors });
    const write = "update organisation set profile = jsonb_set(profile, '{identity}', $2::jsonb) where slug = $1";
    await client.query(write, [slug, identity]);
    return { signIn, handOver };
  } finally {
    await client.end();
  }
}
