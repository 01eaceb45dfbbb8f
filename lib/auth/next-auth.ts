import "server-only";
import type { NextAuthOptions } from "next-auth";
import { logInfo } from "@/lib/log";
import { settings } from "@/lib/settings";
import { sessionCookies, sessionKey, sessionSeconds } from "./session-cookie";
import { endSession } from "./sign-out";

/**
 * What next-auth needs to know. Signing in goes through one door only, the form of /console/sign-in with its limits and
 * its origin check, so the framework's own way to a session is shut: `authorize` lets nobody in (docs/decisions/020).
 */
export function nextAuthOptions(): NextAuthOptions {
  // Otherwise the framework would believe the Host header of the request.
  process.env.NEXTAUTH_URL = settings().baseUrl;
  return {
    secret: sessionKey(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    useSecureCookies: settings().baseUrl.startsWith("https:"),
    cookies: sessionCookies(),
    pages: { signIn: "/console/sign-in", signOut: "/console/account", error: "/console/sign-in" },
    providers: [
      { id: "credentials", name: "Staff", type: "credentials", credentials: {}, authorize: async () => null },
    ],
    // The framework would print a cookie it cannot read; the log gets the name of the trouble only.
    logger: { error: (reason) => logInfo("a session cookie could not be read", { reason }), warn() {}, debug() {} },
    // Seen by scripts of the page: that there is a session, and nothing of it.
    callbacks: { session: ({ session }) => ({ expires: session.expires }) },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.habeas === "string") await endSession(token.habeas, new Date());
      },
    },
  };
}

/** The same for our own server side, which needs the opaque secret out of the cookie. */
export function sessionReading(): NextAuthOptions {
  return {
    ...nextAuthOptions(),
    callbacks: {
      session: ({ session, token }) => Object.assign({ expires: session.expires }, { habeas: token.habeas }),
    },
  };
}
