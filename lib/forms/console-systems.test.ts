import { describe, expect, it, test } from "vitest";
import { registered } from "@/lib/domain/systems/register";
import { readStatements, systemForm, typedSystem } from "./console-systems";
import { mistakesIn } from "./test-mistakes";

const prefix = "HABEAS_SYSTEM_AIMARKOS__";
const form = systemForm({ categories: ["billing", "account"], recipients: ["crm"], variablePrefix: prefix });
const manual = registered({ id: "billing", name: "Billing", owner: "Finance", categories: ["billing"] }, 0);
const http = { kind: "http", url: "https://billing.example.com/privacy", secretVariable: `${prefix}SECRET` } as const;
const sql = {
  kind: "sql",
  engine: "postgresql",
  connectionVariable: `${prefix}DB`,
  statements: { export: { billing: "select * from bill where email = :email" } },
} as const;
const drop = {
  kind: "file",
  path: "exports/bills.csv",
  format: "csv",
  category: "billing",
  identifierFields: { email: "E-Mail", name: "Full name" },
} as const;

test.each([
  { kind: "manual" } as const,
  { kind: "manual", instructions: "Look in the ledger." } as const,
  http,
  sql,
  drop,
])("what the form shows of $kind it reads as the same", (askedBy) => {
  const system = { ...manual, owner: { name: "Finance", email: "finance@example.com" }, recipients: ["crm"], askedBy };
  expect(form.parse({ ...typedSystem(system), version: "3" })).toEqual({ system, version: 3 });
});

test("statements stand under what they are for", () => {
  expect(readStatements("[export billing]\nselect 1\n\n[erase billing]\ndelete\nfrom bill")).toEqual({
    export: { billing: "select 1" },
    erase: { billing: "delete\nfrom bill" },
  });
});

describe("no secret is written down", () => {
  const withHttp = (given: object) =>
    mistakesIn(form, { ...typedSystem({ ...manual, askedBy: { ...http, ...given } }) });
  it("not in an address", () => {
    expect(withHttp({ url: "https://me:pw@billing.example.com/" }).url).toMatch(/no name, password or key/);
    expect(withHttp({ url: "https://billing.example.com/?token=1" }).url).toMatch(/no name, password or key/);
    expect(withHttp({ url: "http://billing.example.com/" }).url).toMatch(/https/);
  });
  it("not where a variable is named, nor may one of another organisation be", () => {
    expect(withHttp({ secretVariable: "s3cr3t-value" }).secretVariable).toMatch(/not the secret itself/);
    expect(withHttp({ secretVariable: "HABEAS_SECRET" }).secretVariable).toMatch(/Must begin with/);
  });
  it("and a statement that is none is said at its box", () => {
    const wrong = { ...sql, statements: { export: { billing: "delete from bill" } } } as const;
    expect(mistakesIn(form, typedSystem({ ...manual, askedBy: wrong })).statements).toMatch(/SELECT/);
  });
});

test("what is missing is said at its field", () => {
  const found = mistakesIn(form, { kind: "manual", categories: "unknown" });
  expect(Object.keys(found).sort()).toEqual(expect.arrayContaining(["id", "identifiers", "name", "order", "owner"]));
});
