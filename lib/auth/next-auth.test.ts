import { beforeAll, describe, expect, inject, it } from "vitest";
import { nextAuthOptions } from "./next-auth";
import { sessionCookies, sessionKey } from "./session-cookie";

beforeAll(() => {
  process.env.HABEAS_DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  process.env.HABEAS_SECRET = inject("testSecret");
  process.env.HABEAS_BASE_URL = "https://privacy.example.org";
});

describe("what the framework may do", () => {
  it("ATK-S8 GHSA-8fpg-xm3f-6cx3 always has a key of its own, which is not the instance secret", () => {
    expect(nextAuthOptions().secret).toHaveLength(43);
    expect(sessionKey()).not.toContain(inject("testSecret"));
  });

  it("ATK-N8 builds addresses from the settings, never from a request", () => {
    nextAuthOptions();
    expect(process.env.NEXTAUTH_URL).toBe("https://privacy.example.org");
  });

  it("V6.3.4 lets nobody in by itself", async () => {
    for (const provider of nextAuthOptions().providers) {
      if (provider.type !== "credentials") throw new Error("another way in");
      expect(await provider.authorize({}, {})).toBeNull();
    }
  });

  it("tells scripts of a page nothing about the session but its end", async () => {
    const session = { expires: "2026-12-04T12:00:00Z", user: { email: "robin.canary@example.com" } };
    const given = { session, token: { habeas: "the opaque secret" } };
    const told = await nextAuthOptions().callbacks?.session?.(given as never);
    expect(told).toEqual({ expires: session.expires });
  });

  it("V3.3 binds its cookies to this host and keeps them from scripts", () => {
    for (const { name, options } of Object.values(sessionCookies())) {
      expect(name).toMatch(/^__Host-/);
      expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    }
  });
});
