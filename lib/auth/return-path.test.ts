import { expect, it } from "vitest";
import { returnPath, signInPath } from "./return-path";

it("leads back to pages of the console", () => {
  expect(returnPath("requests/H4K2-9QTM-7")).toBe("/console/requests/H4K2-9QTM-7");
  expect(returnPath("")).toBe("/console");
  expect(signInPath("/console/reports/overdue")).toBe("/console/sign-in/reports/overdue");
  expect(signInPath("/console")).toBe("/console/sign-in");
  expect(signInPath(null)).toBe("/console/sign-in");
});

it("V3.7.2 ATK-S5 leads nowhere else, whatever it is given", () => {
  for (const hostile of [
    "//evil.example.com",
    "/\\evil.example.com",
    "https:evil.example.com",
    "https://evil.example.com/",
    "javascript:alert(1)",
    "requests/%0d%0aSet-Cookie:a=b",
    "requests/../../elsewhere",
    "..",
    "requests?to=//evil.example.com",
    "requests#x",
    "a@evil.example.com",
    "sign-in/sign-in",
    "x".repeat(5_000),
    "\r\nLocation: https://evil.example.com",
  ]) {
    const path = returnPath(hostile);
    expect(new URL(path, "https://desk.example.org").origin).toBe("https://desk.example.org");
    expect(path).toMatch(/^\/console(\/[A-Za-z0-9._~-]+)*$/);
  }
});
