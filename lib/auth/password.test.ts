import { beforeAll, describe, expect, inject, it } from "vitest";
import { hashPassword, isPassword } from "./password";
import { passwordMistake } from "./password-rule";

beforeAll(() => {
  process.env.HABEAS_DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  process.env.HABEAS_SECRET = inject("testSecret");
});

const email = "robin.canary@example.com";

describe("how a password is kept", () => {
  it("V11.4.2 is argon2id with OWASP's parameters, salted", async () => {
    const [one, other] = await Promise.all([
      hashPassword("violet harbour kettle"),
      hashPassword("violet harbour kettle"),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it("V6.2.8 fits exactly as typed, to the last of many signs", async () => {
    const long = `${"a long password with ünïcödé ".repeat(4)}!`;
    const kept = await hashPassword(long);
    expect(await isPassword(long, kept)).toBe(true);
    for (const near of [long.slice(0, -1), long.toUpperCase(), ` ${long}`, long.slice(0, 72)])
      expect(await isPassword(near, kept)).toBe(false);
  });

  it("V6.3.8 never fits where there is no account", async () => {
    expect(await isPassword("violet harbour kettle", undefined)).toBe(false);
  });
});

describe("which passwords are taken", () => {
  it("V6.2.1 V6.2.5 V6.2.9 any signs from 12 to 128, without rules of composition", () => {
    for (const good of [
      "violet harbour kettle ninety",
      "lowercaseonlyonion",
      "        twelve        ",
      "пароль который трудно угадать",
      "🦊🦉🐝🦕🐙🦔🐌🦩🐡🦚🦜🐢",
      "xvlqo-tnrwe-kdzha-uymbs".repeat(5),
    ])
      expect(passwordMistake(good, email), good).toBeNull();
    expect(passwordMistake("violet harb", email)).toContain("at least 12");
    expect(passwordMistake("violet harbour kettle".repeat(7), email)).toContain("at most 128");
  });

  it("V6.2.4 none of those that are tried first", () => {
    for (const bad of [
      "password1234",
      "P@ssw0rd1234!",
      "passwordpassword",
      "qwertyuiop123",
      "123456789012",
      "abcdefghijklm",
      "aaaaaaaaaaaaa",
      "Welcome2026!!",
      "letmeinletmein",
      "habeasadmin2026",
      "iloveyou1234567",
      "4dm1n1str4t0r!!",
    ])
      expect(passwordMistake(bad, email), bad).toContain("first that are tried");
  });

  it("V6.2.11 none with the e-mail address in it", () => {
    for (const bad of ["my robin.canary secret", "ROBIN.CANARY@EXAMPLE.COM"])
      expect(passwordMistake(bad, email)).toContain("e-mail");
  });
});
