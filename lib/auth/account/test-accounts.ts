import { generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { Organisation } from "@/lib/db/organisations";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { handOverAudience, handOverType } from "./hand-over";

/** An organisation as if its file said this about its accounts. */
export function withAccounts(
  organisation: Organisation,
  identity: Pick<OrganisationProfile["identity"], "signIn" | "handOver">,
): Organisation {
  const { profile } = organisation;
  return { ...organisation, profile: { ...profile, identity: { ...profile.identity, ...identity } } };
}

export const accountIssuer = "https://accounts.example.com";

/** The account system of an organisation: signs the way over, well or as wrongly as a test wants. */
export async function accountSystem(alg: "EdDSA" | "ES256" | "RS256" = "EdDSA") {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    publicKey,
    privateKey,
    sign(
      organisation: { slug: string },
      at: Date,
      wrong: { claims?: JWTPayload & Record<string, unknown>; typ?: string; key?: CryptoKey; alg?: string } = {},
    ): Promise<string> {
      const now = Math.floor(at.getTime() / 1000);
      const claims = {
        iss: accountIssuer,
        aud: handOverAudience(organisation),
        iat: now,
        exp: now + 120,
        jti: crypto.randomUUID(),
        auth_time: now - 60,
        email: "robin.canary@example.com",
        email_verified: true,
        ...wrong.claims,
      };
      const header = { alg: wrong.alg ?? alg, typ: wrong.typ ?? handOverType };
      return new SignJWT(claims).setProtectedHeader(header).sign(wrong.key ?? privateKey);
    },
  };
}
