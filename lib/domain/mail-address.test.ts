import { describe, expect, it } from "vitest";
import { canonicalEmail } from "./filing";
import { isMailAddress, maskedAddress } from "./mail-address";

describe("ATK-M1, ATK-M2: one address is one address", () => {
  it.each(["robin@example.com", "robin.o'example+desk@mail.example.org", "robin@xn--bcher-kva.example"])(
    "takes %s",
    (address) => {
      expect(isMailAddress(canonicalEmail(address))).toBe(true);
    },
  );

  it.each([
    "victim\uFF20onfile.example\uFF1Cme@evil.example\uFF1E",
    "victim@onfile.example\uFF0Cme@evil.example",
    "victim@onfile.example,me@evil.example",
    "victim@onfile.example;me@evil.example",
    "group: a@example.com;",
    '"quoted local"@example.com',
    "robin(comment)@example.com",
    "robin@example.com\r\nBcc: e@evil.example",
    "robin@example.com\r\nRCPT TO:<e@evil.example>",
    "robin\u0000@example.com",
    "Robin <robin@example.com>",
    "robin@[127.0.0.1]",
    "-oQ/tmp@example.com",
    "robin@localhost",
    "robin@@example.com",
    "robin.@example.com",
    "v\u0131ctim@example.com",
    `${"a".repeat(250)}@example.com`,
    "",
  ])("refuses %j", (address) => {
    expect(isMailAddress(canonicalEmail(address))).toBe(false);
  });
});

describe("an address that is shown to whoever may not know it yet", () => {
  it("keeps its first sign and its host", () => expect(maskedAddress("kim@example.org")).toBe("k…@example.org"));
  it("and stays as it is where it has no part before the host", () => expect(maskedAddress("")).toBe(""));
});
