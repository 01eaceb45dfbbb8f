import "server-only";
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ServerMetadata,
} from "openid-client";
import type { AccountSignIn } from "@/lib/domain/organisation";
import { clientSecret } from "@/lib/settings";

const patienceSeconds = 10;
const keptMs = 10 * 60_000;

const known = new Map<string, { at: number; provider: Promise<Configuration> }>();

/**
 * The organisation's sign-in as it describes itself (OpenID Connect Discovery 1.0), kept for ten minutes.
 * @throws whatever the network or the provider's own words give
 */
export function providerOf(signIn: AccountSignIn, now: Date): Promise<Configuration> {
  const key = JSON.stringify([signIn.issuer, signIn.clientId, signIn.clientSecretVariable ?? null]);
  const found = known.get(key);
  if (found && now.getTime() - found.at < keptMs) return found.provider;
  const provider = discovered(signIn);
  known.set(key, { at: now.getTime(), provider });
  // What failed is not kept: the next person asks anew.
  provider.catch(() => known.delete(key));
  return provider;
}

async function discovered({ issuer, clientId, clientSecretVariable }: AccountSignIn): Promise<Configuration> {
  const secret = clientSecretVariable === undefined ? null : clientSecret(clientSecretVariable);
  if (clientSecretVariable !== undefined && secret === null) throw new Error(`${clientSecretVariable} is not set`);
  // Profiles take plain http for this very machine only.
  const execute = [...(issuer.startsWith("http:") ? [allowInsecureRequests] : []), enableNonRepudiationChecks];
  const found = await discovery(new URL(issuer), clientId, undefined, None(), { execute, timeout: patienceSeconds });
  const described = found.serverMetadata();
  // The library forgives some large providers an issuer that stands for many tenants; we take the configured one alone.
  if (new URL(described.issuer).href !== new URL(issuer).href) throw new Error("the provider names another issuer");
  const provider = new Configuration(described, clientId, undefined, clientAuthentication(described, secret));
  provider.timeout = patienceSeconds;
  for (const allow of execute) allow(provider);
  return provider;
}

// Where the provider does not say how it wants the secret, OpenID Connect Discovery §3 means the header.
function clientAuthentication(described: ServerMetadata, secret: string | null) {
  if (secret === null) return None();
  const ways = described.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  return ways.includes("client_secret_basic") ? ClientSecretBasic(secret) : ClientSecretPost(secret);
}
