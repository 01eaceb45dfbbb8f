import { beforeAll, describe, expect, inject, it } from "vitest";
import { noticeCookie, openNotice } from "./notice";

beforeAll(() => {
  process.env.HABEAS_DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  process.env.HABEAS_SECRET = inject("testSecret");
});

const now = new Date("2026-12-04T12:00:00Z");
const page = "/console/sign-in";

describe("a notice on its way to the next page", () => {
  it("brings typed text and mistakes back, and never a password or code", () => {
    const values = { email: "robin.canary@example.com", password: "canary-password", code: "123456" };
    const { value } = noticeCookie(page, { values, mistakes: { "": "That does not fit." } }, now);
    expect(value).not.toContain("canary");
    const notice = openNotice(page, value, now);
    expect(notice).toEqual({ values: { email: values.email }, mistakes: { "": "That does not fit." }, shown: {} });
  });

  it("is for one page, for five minutes, and only as we sealed it", () => {
    const { value } = noticeCookie(page, { shown: { link: "https://desk.example.org/x" } }, now);
    expect(openNotice(page, value, now)?.shown.link).toBe("https://desk.example.org/x");
    expect(openNotice("/console/team", value, now)).toBeNull();
    expect(openNotice(page, value, new Date(now.getTime() + 300_001))).toBeNull();
    expect(openNotice(page, `${value.slice(0, -2)}xx`, now)).toBeNull();
    expect(openNotice(page, "not ours", now)).toBeNull();
  });
});
