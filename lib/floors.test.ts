import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "@/scripts/source-files";

// Versions below these have holes that are known. Checked in the lock file, so that it runs without a network.
const floors: Readonly<Record<string, string>> = {
  next: "16.4.6",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  nodemailer: "9.1.1",
  zod: "4.0.0",
};
const optionalFloors: Readonly<Record<string, string>> = { sharp: "0.35.0", "@auth/core": "0.41.3" };

type Lock = { packages: Record<string, { version?: string }> };
const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as Lock;

/** Every copy of a package that would be installed. */
function copiesOf(name: string): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) =>
    path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`) ? (version ?? []) : [],
  );
}

function isBelow(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  const at = [0, 1, 2].find((place) => have?.[place] !== need?.[place]);
  if (at !== undefined) return (have?.[at] ?? 0) < (need?.[at] ?? 0);
  // A preview of the floor came before it.
  return version.includes("-") && !floor.includes("-");
}

describe("V15.2.1 floors", () => {
  it.each(Object.entries(floors))("%s is at least %s, and there is one copy of it", (name, floor) => {
    const copies = copiesOf(name);
    expect(copies).toHaveLength(1);
    expect(copies.filter((version) => isBelow(version, floor))).toEqual([]);
  });

  it.each(Object.entries(optionalFloors))("%s, where it comes along, is at least %s", (name, floor) => {
    expect(copiesOf(name).filter((version) => isBelow(version, floor))).toEqual([]);
  });

  it("the comparison knows older from newer", () => {
    expect([isBelow("16.4.5", "16.4.6"), isBelow("9.1.1", "9.1.1"), isBelow("10.6.0", "9.1.1")]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isBelow("4.0.0-beta.1", "4.0.0"), isBelow("15.9.9", "16.4.6")]).toEqual([true, true]);
  });
});

it("V15.1.2: dependencies are pinned to one version each", () => {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
  expect(loose).toEqual([]);
});

it("GHSA-7rqj-j65f-68wh: the e-mail provider of next-auth is nowhere used, all mail goes through our outbox", () => {
  const users = sourceFiles(["app", "lib", "scripts", "emails"])
    .filter(({ path }) => !path.endsWith("floors.test.ts"))
    .filter(({ text }) => /next-auth\/providers\/(email|nodemailer)/.test(text))
    .map(({ path }) => path);
  expect(users).toEqual([]);
});
