import { expect, test } from "vitest";
import { identifiersFor } from "./identifiers";

const robin = { name: "Robin Canary", email: "robin@example.com", telephone: "+49 30 1" };

test("GDPR Art. 5(1)(c): a system is told only what it finds people by", () => {
  expect(identifiersFor(robin, "self", ["email"])).toEqual({ email: "robin@example.com" });
  expect(identifiersFor(robin, "self", ["name", "telephone", "customer_number"])).toEqual({
    name: "Robin Canary",
    telephone: "+49 30 1",
  });
});

test("the address that we may know the person by goes before the one that they write from", () => {
  expect(identifiersFor({ ...robin, knownEmail: "old@example.com" }, "self", ["email"])).toEqual({
    email: "old@example.com",
  });
});

test("nobody is looked for by the mailbox or telephone of whoever asks for them", () => {
  expect(identifiersFor(robin, "agent", ["name", "email", "telephone"])).toEqual({ name: "Robin Canary" });
});
