import { expect, test } from "vitest";
import { parseSettings, SettingsMistake } from "@/lib/settings";

const good = {
  HABEAS_DATABASE_URL: "postgresql://habeas_app@127.0.0.1:5432/habeas",
  HABEAS_SECRET: "q7Vv0l8m2N4xYc1RkTz9uB6dWfJ3sHpG",
};

function mistakesOf(variables: Record<string, string>): string {
  try {
    parseSettings(variables);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsMistake);
    return (error as SettingsMistake).message;
  }
}

test("defaults are those of a first start on one's own machine", () => {
  expect(parseSettings(good)).toMatchObject({
    dataDir: ".data",
    baseUrl: "http://127.0.0.1:3000",
    trustedProxies: 0,
    demo: true,
    smtpUrl: undefined,
  });
});

test("an empty variable counts as not set", () => {
  expect(parseSettings({ ...good, SMTP_URL: "", TRUSTED_PROXIES: "", HABEAS_DATA_DIR: "" }).dataDir).toBe(".data");
});

test("the address has no slash at its end", () => {
  expect(parseSettings({ ...good, HABEAS_BASE_URL: "https://privacy.example.org/" }).baseUrl).toBe(
    "https://privacy.example.org",
  );
});

test.each([
  "tiny-word",
  "q7Vv0l8m2N4xYc1RkTz9uB6dWfJ3sHp",
  "changemechangemechangemechangeme",
  "ChangeMe-ChangeMe-ChangeMe-ChangeMe-1234",
  "secretsecretsecretsecretsecretsecret",
  "your-secret-here-your-secret-here-",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "12341234123412341234123412341234",
])("the secret %s is refused", (secret) => {
  const said = mistakesOf({ ...good, HABEAS_SECRET: secret });
  expect(said).toMatch(/^HABEAS_SECRET is (too short|an example)/);
  expect(said.split("\n")).toHaveLength(1);
  expect(said).not.toContain(secret);
});

test("every mistake is told at once, by name and without values", () => {
  const said = mistakesOf({
    HABEAS_SECRET: good.HABEAS_SECRET,
    HABEAS_BASE_URL: "privacy.example.org",
    SMTP_URL: "mail.example.org",
    TRUSTED_PROXIES: "many",
    HABEAS_DEMO: "yes",
  }).split("\n");
  expect(said).toEqual([
    "HABEAS_DATABASE_URL is not set",
    "HABEAS_BASE_URL must be the address people see, like https://privacy.example.org",
    "SMTP_URL must look like smtps://user:password@mail.example.org:465",
    "TRUSTED_PROXIES must be how many proxies of yours stand in front: 0, 1, 2 …",
    "HABEAS_DEMO must be 0 or 1",
  ]);
});
