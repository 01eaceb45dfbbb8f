import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "@/scripts/source-files";

const page = readFileSync(new URL("../docs/journeys.md", import.meta.url), "utf8");
type Promised = { id: string; told: string; kind: string; journey: string };
const promised: Promised[] = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, id]) => /^[AWR]\d+$/.test(id ?? ""))
  .map(([, id = "", told = "", kind = "", journey = ""]) => ({ id, told, kind, journey }));

const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, place) => `${letter}${place + 1}`);
const every = [...numbered("A", 20), ...numbered("W", 23), ...numbered("R", 10)];

// Later work, and nothing else, may be missing. W23 is out of scope.
const mayBeMissing = new Set(["A8", "A15", "A19", "A20", "W10", "W11", "W12", "W15", "W18", "R8", "W23"]);
const isNotYet = ({ journey }: Promised) => journey.startsWith("not yet:");

/** Each id that a title carries, and the files whose titles do. A journey that is set aside shows nothing. */
function shownIn(): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>();
  for (const { path, text } of existsSync("e2e") ? sourceFiles(["e2e"], /\.spec\.ts$/) : []) {
    for (const [, , title = ""] of text.matchAll(
      /\b(?:test|it|describe)(?:\.(?!fixme|skip)\w+)*\(\s*(["'`])((?:(?!\1).)*)\1/g,
    )) {
      for (const [id] of title.matchAll(/\b[AWR]\d{1,2}\b/g)) shown.set(id, (shown.get(id) ?? new Set()).add(path));
    }
  }
  return shown;
}
const shown = shownIn();

describe("docs/journeys.md", () => {
  it("lists every promise of the three policies once, in order", () => {
    expect(promised.map(({ id }) => id)).toEqual(every);
  });
  it("says for each what people are told, of what kind it is and where it is shown", () => {
    const vague = promised.filter(
      ({ told, kind, journey }) =>
        told.length < 10 ||
        !/^(core|record|hook)$/.test(kind) ||
        !/^(e2e\/[a-z0-9-]+\.spec\.ts|not yet: .{15,})$/.test(journey),
    );
    expect(vague).toEqual([]);
  });
  it("leaves out only what is later work", () => {
    expect(
      promised
        .filter(isNotYet)
        .map(({ id }) => id)
        .filter((id) => !mayBeMissing.has(id)),
    ).toEqual([]);
  });
});

describe("the journeys", () => {
  it.each(promised.filter((line) => !isNotYet(line)))("$id is shown in $journey: $told", ({ id, journey }) => {
    expect([...(shown.get(id) ?? ["no title carries it"])]).toContain(journey);
  });
  it("name no promise that does not exist", () => {
    expect([...shown.keys()].filter((id) => !every.includes(id))).toEqual([]);
  });
  // Whoever is known under one address and writes from another is asked for more (new_address).
  it("ask under a name that no other file of journeys uses, since they all share one desk", () => {
    const files = new Map<string, Set<string>>();
    for (const { path, text } of sourceFiles(["e2e"], /\.spec\.ts$/)) {
      for (const line of text.split("\n").filter((each) => !each.includes("getBy"))) {
        for (const [, name = ""] of line.matchAll(/\bname: "(\p{Lu}[^"]* \p{Lu}[^" ]*)"/gu)) {
          files.set(name, (files.get(name) ?? new Set()).add(path));
        }
      }
    }
    expect(files.size).toBeGreaterThan(30);
    expect([...files].filter(([, paths]) => paths.size > 1).map(([name]) => name)).toEqual([]);
  });
  it("are no longer called missing once a title carries them", () => {
    expect(promised.filter((line) => isNotYet(line) && shown.has(line.id)).map(({ id }) => id)).toEqual([]);
  });
});
