import { expect, it } from "vitest";
import { problemSaid, SystemUnanswered, withoutIdentifiers } from "./system-problem";

it("says what an administrator can mend", () => {
  expect(problemSaid("status", "503")).toBe("It answered with status 503.");
  const fault = new SystemUnanswered("login", "HABEAS_SYSTEM_ACME__CRM");
  expect([fault.message, fault.problem]).toEqual(["It refused the account in HABEAS_SYSTEM_ACME__CRM.", "login"]);
});

it("PRV-11: keeps a system's reason without what the question told it", () => {
  const told = { email: "robin@example.com", name: "Robin", number: "7" };
  expect(withoutIdentifiers("ROBIN@example.com (Robin) has 7 open bills", told)).toBe("… (…) has 7 open bills");
  expect(withoutIdentifiers("a+b (c) is kept", { code: "a+b (c)" })).toBe("… is kept");
});
