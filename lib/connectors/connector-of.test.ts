import { afterEach, describe, expect, it } from "vitest";
import type { AskedBy } from "@/lib/domain/systems/registered-system";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import { parseSettings, SettingsMistake, systemConnection, systemSecret } from "@/lib/settings";
import { connectorOf } from "./connector-of";
import { aQuestion } from "./test-system";

const now = new Date("2026-12-04T10:00:00Z");
const names = ["HABEAS_SYSTEM_ACME__CRM", "HABEAS_SYSTEM_ACME_EU__CRM", "HABEAS_SYSTEM_ACME__KEY"] as const;
afterEach(() => {
  for (const name of names) delete process.env[name];
});
const asked = (askedBy: AskedBy, slug = "acme") =>
  connectorOf({ askedBy, identifiers: ["email"] }, { slug, callBack: null });
const fault = (work: () => unknown) => {
  try {
    return work();
  } catch (thrown) {
    return thrown instanceof SystemUnanswered || thrown instanceof SettingsMistake ? thrown.message : thrown;
  }
};

describe("which variables a register may name", () => {
  it("ATK-T1: those of its own organisation, and none of the portal's", () => {
    process.env[names[0]] = "postgresql://crm";
    process.env[names[1]] = "postgresql://other";
    expect(systemConnection("acme", names[0])).toBe("postgresql://crm");
    expect(systemConnection("acme-eu", names[1])).toBe("postgresql://other");
    for (const variable of [names[1], "HABEAS_SECRET", "HABEAS_DATABASE_URL", "HABEAS_SYSTEM_ACME__EU__X", "PATH"])
      expect(fault(() => systemConnection("acme", variable))).toBe(`${variable} must begin with HABEAS_SYSTEM_ACME__`);
    expect(fault(() => systemSecret("acme", names[1]))).toMatch(/must begin with/);
    process.env[names[2]] = `whsec_${Buffer.alloc(24).toString("base64")}`;
    expect(systemSecret("acme", names[2])).toEqual(Buffer.alloc(24));
  });

  it("one that is missing is told to whoever looks after the installation", () => {
    const sql = { kind: "sql", engine: "mysql", connectionVariable: names[0], statements: {} } as const;
    expect(fault(() => asked(sql))).toBe(
      "A variable of this installation is missing or wrong: HABEAS_SYSTEM_ACME__CRM is not set.",
    );
    const http = { kind: "http", url: "https://crm.example.org/", secretVariable: names[2] } as const;
    expect(fault(() => asked(http))).toMatch(/HABEAS_SYSTEM_ACME__KEY must be whsec_/);
  });
});

it("a manual system is heard, and answers when its owner does", async () => {
  expect(await asked({ kind: "manual" })(aQuestion(), now)).toEqual({ kind: "pending" });
});

describe("which hosts may be asked", () => {
  const base = {
    HABEAS_DATABASE_URL: "postgresql://habeas_app@127.0.0.1/habeas",
    HABEAS_SECRET: "q7Vv0l8m2N4xYc1RkTz9uB6dWfJ3sHpG",
  };
  it("none until somebody names some", () => {
    expect(parseSettings(base)).toMatchObject({ outboundHosts: [], outboundPrivateHosts: [] });
    const named = {
      ...base,
      HABEAS_OUTBOUND_HOSTS: "CRM.example.org, *.example.net:8443",
      HABEAS_OUTBOUND_PRIVATE_HOSTS: "[::1]:81",
    };
    expect(parseSettings(named)).toMatchObject({
      outboundHosts: ["crm.example.org", "*.example.net:8443"],
      outboundPrivateHosts: ["[::1]:81"],
    });
  });
  it.each(["*", "https://crm.example.org", "crm.example.org/x", "a*.example.org"])("%s is no host", (hosts) => {
    expect(fault(() => parseSettings({ ...base, HABEAS_OUTBOUND_HOSTS: hosts }))).toMatch(
      /^HABEAS_OUTBOUND_HOSTS must be/,
    );
  });
});
