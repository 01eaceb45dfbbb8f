import { describe, expect, it, test } from "vitest";
import type { System } from "../organisation";
import { afterReading, carriesSecret, differsFromFile, isVariableName, registered, systemText } from "./register";

const entry: System = { id: "billing", name: "Billing", owner: "Finance", categories: ["billing"] };
const filed = registered(entry, 1);
const renamed = registered({ ...entry, name: "Invoices" }, 1);
const edited = registered({ ...entry, ownerEmail: "finance@example.com" }, 1);

test("GDPR Art. 30(1): what a file leaves out is filled in", () => {
  expect(filed).toEqual({
    id: "billing",
    name: "Billing",
    owner: { name: "Finance" },
    categories: ["billing"],
    recipients: [],
    identifiers: ["name", "email"],
    askedBy: { kind: "manual" },
    order: 20,
  });
  const whole: System = {
    ...entry,
    ownerEmail: "finance@example.com",
    recipients: ["crm"],
    identifiers: ["email"],
    askedBy: { kind: "manual", instructions: "Look in the ledger." },
    order: 3,
  };
  expect(registered(whole, 7)).toMatchObject({
    owner: { name: "Finance", email: "finance@example.com" },
    recipients: ["crm"],
    identifiers: ["email"],
    askedBy: { instructions: "Look in the ledger." },
    order: 3,
  });
});

describe("065: file and console both have a say", () => {
  it("a new system of the file is there", () => {
    expect(afterReading({ kept: null, filed: null }, filed)).toBe(filed);
  });
  it("what nobody touched goes as the file goes, also out of it and back into it", () => {
    expect(afterReading({ kept: filed, filed }, renamed)).toBe(renamed);
    expect(afterReading({ kept: filed, filed }, null)).toBeNull();
    expect(afterReading({ kept: null, filed: null }, renamed)).toBe(renamed);
  });
  it("what an administrator changed or took out stays, whatever the file says next", () => {
    expect(afterReading({ kept: edited, filed }, renamed)).toBe(edited);
    expect(afterReading({ kept: edited, filed }, null)).toBe(edited);
    expect(afterReading({ kept: null, filed }, renamed)).toBeNull();
  });
  it("reading the same file again changes nothing", () => {
    expect(afterReading({ kept: edited, filed }, registered(entry, 1))).toBe(edited);
    expect(afterReading({ kept: null, filed }, registered(entry, 1))).toBeNull();
  });
  it("the page says where the two differ", () => {
    expect(differsFromFile({ kept: edited, filed })).toBe(true);
    expect(differsFromFile({ kept: null, filed })).toBe(true);
    expect(differsFromFile({ kept: filed, filed: registered(entry, 1) })).toBe(false);
    expect(differsFromFile({ kept: edited, filed: null })).toBe(false);
  });
  it("the order of fields is no difference", () => {
    const { id, ...rest } = filed;
    expect(systemText({ ...rest, id })).toBe(systemText(filed));
  });
});

describe("a register holds no secret", () => {
  test.each(["HABEAS_BILLING_SECRET", "DB"])("%s may be a name", (name) => {
    expect(isVariableName(name)).toBe(name.length > 2);
  });
  test.each(["s3cr3t-of-billing", "postgres://me:pw@db/x", "whsec_abc", "A".repeat(80)])("%s is none", (typed) => {
    expect(isVariableName(typed)).toBe(false);
  });
  test.each([
    ["https://billing.example.com/privacy", false],
    ["https://me:pw@billing.example.com/", true],
    ["https://me@billing.example.com/", true],
    ["https://:pw@billing.example.com/", true],
    ["https://billing.example.com/?api_key=1", true],
    ["https://billing.example.com/?page=1", false],
    ["no address", false],
  ])("%s", (address, carries) => expect(carriesSecret(address)).toBe(carries));
});
