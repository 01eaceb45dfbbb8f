// A real OpenID Connect provider for tests: oidc-provider on loopback, with keys of its own and a sign-in page of one field.
import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ClientMetadata, Provider } from "oidc-provider";

export type TestAccount = { email: string; verified: boolean; name?: string };
export type TestOidc = { issuer: string; close(): Promise<void> };

export const testClient = { id: "habeas-test", secret: "a-client-secret-for-tests-alone" } as const;

/**
 * `accounts`: who can sign in, by address. `redirectUris`: where the portal's desks are. The provider tells the address at its
 * user endpoint only, as the standard has it, unless `inToken`. `secretless`: a client that PKCE alone protects.
 */
export async function startTestOidc(options: {
  accounts: readonly TestAccount[];
  redirectUris: string[];
  inToken?: boolean;
  secretless?: boolean;
}): Promise<TestOidc> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { accounts, redirectUris, inToken = false, secretless = false } = options;
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const client: ClientMetadata = {
    client_id: testClient.id,
    ...(secretless ? { token_endpoint_auth_method: "none" } : { client_secret: testClient.secret }),
    redirect_uris: redirectUris,
    grant_types: ["authorization_code"],
    response_types: ["code"],
  };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...key, kty: "RSA", use: "sig", alg: "RS256" }] },
    cookies: { keys: ["cookies-of-a-provider-in-tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !inToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount(_, id) {
      const known = accounts.find(({ email }) => email === id);
      if (!known) return undefined;
      const { verified: email_verified, name } = known;
      return { accountId: id, claims: () => ({ sub: id, email: id, email_verified, name }) };
    },
    // Nobody is asked whether the portal may know: that page is the provider's own and no part of what is tested.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: testClient.id, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const pages = provider.callback();
  server.on("request", (asked, answer) => {
    if (!asked.url?.startsWith("/interaction/")) pages(asked, answer);
    else interact(provider, asked, answer).catch(() => answer.writeHead(500).end());
  });
  return {
    issuer,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function interact(provider: Provider, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  if (asked.method === "POST") {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const email = new URLSearchParams(Buffer.concat(parts).toString()).get("email") ?? "";
    if (email === "") {
      await provider.interactionFinished(asked, answer, { error: "access_denied" });
      return;
    }
    await provider.interactionFinished(asked, answer, { login: { accountId: email } });
    return;
  }
  answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  answer.end(
    `<!doctype html><html lang="en"><title>Account of a test</title><h1>Sign in</h1><form method="post"><label>Address <input name="email"></label><button>Sign in</button></form></html>`,
  );
}

/** A browser at the provider: keeps its cookies, and follows redirects there until one leads back to the portal. */
export function browserAt(issuer: string) {
  const jar = new Map<string, string>();
  async function ask(url: string, form?: string): Promise<Response> {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    const post = form === undefined ? {} : { method: "POST", body: new URLSearchParams({ email: form }) };
    const answer = await fetch(url, { redirect: "manual", headers, ...post });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  /** Signs in as `email` where a page asks for it ("" says no) and returns the address that leads back to the portal. */
  return async function signIn(start: string, email: string): Promise<URL> {
    let at = start;
    for (let turn = 0; turn < 12; turn += 1) {
      const answer = await ask(at);
      const page = answer.status === 200 ? await ask(at, email) : answer;
      const to = page.headers.get("location");
      if (!to) throw new Error(`the provider answers ${page.status}: ${(await page.text()).slice(0, 300)}`);
      at = new URL(to, issuer).href;
      if (!at.startsWith(issuer)) return new URL(at);
    }
    throw new Error("the provider goes round in circles");
  };
}
