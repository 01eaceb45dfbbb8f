import { expect, test } from "vitest";
import { startSettings } from "./start-settings";

test("without anything set: this machine only, embedded database, demo", () => {
  expect(startSettings({})).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    databaseUrl: undefined,
    baseUrl: "http://127.0.0.1:3000",
    demo: true,
    private: true,
  });
});

test.each([
  ["another address", { HOST: "0.0.0.0" }],
  ["an address of the network", { HOST: "192.0.2.7" }],
  ["a database of one's own", { DATABASE_URL: "postgresql://owner@db.example.org/habeas" }],
  ["a public address in front of the loopback", { HABEAS_BASE_URL: "https://privacy.example.org" }],
  ["a proxy in front of the loopback", { TRUSTED_PROXIES: "1" }],
])("%s is not private: no demo sign-ins", (_, variables) => {
  expect(startSettings(variables).private).toBe(false);
});

test("listening everywhere, the portal still asks itself on the loopback", () => {
  expect(startSettings({ HOST: "0.0.0.0", PORT: "8080" }).localAddress).toBe("http://127.0.0.1:8080");
  expect(startSettings({ HOST: "::1" }).localAddress).toBe("http://[::1]:3000");
});

test.each(["0", "65536", "http", "30.5"])("PORT=%s is refused in one line", (PORT) => {
  expect(() => startSettings({ PORT })).toThrow(/^PORT must be a number from 1 to 65535, not ".*"\.$/);
});
