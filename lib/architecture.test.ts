import { describe, expect, it } from "vitest";
import { codeOf, type SourceFile, sourceFiles } from "@/scripts/source-files";
import { dataTables, doors, forbiddenNames, type Room, roomOf } from "./architecture-rules";

const files = sourceFiles(["app", "components", "emails", "lib", "scripts", "e2e", "bench"].filter(existsHere));
const house = files.filter(({ path }) => /^(app|components|emails|lib)\//.test(path));
const tests = /(\.test\.tsx?|\/test-[\w-]+\.tsx?)$|^lib\/testing\//;
const source = house.filter(({ path }) => !tests.test(path) && !/architecture-rules/.test(path));

/** `file:line what it does`: each a sentence that says where to go. */
function places(of: readonly SourceFile[], pattern: RegExp, says: string, read = codeOf): string[] {
  return of.flatMap(({ path, text }) =>
    read(text)
      .split("\n")
      .flatMap((line, place) => (pattern.test(line) ? [`${path}:${place + 1} ${says}: ${line.trim()}`] : [])),
  );
}

describe("the doors between the rooms (ARCHITECTURE.md)", () => {
  const rooms = Object.keys(doors) as Room[];
  it.each(rooms)("%s", (room) => {
    const broken = source
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ own }) => own)
          .filter(({ target, typeOnly }) => !isOpen(room, target, typeOnly))
          .map(({ target, line }) => `${path}:${line} takes ${target}: ${room} has no door to ${roomOf(target)}`),
      );
    expect(broken).toEqual([]);
  });

  it("every file stands in a room", () => {
    expect(source.map(({ path }) => path).filter((path) => !(roomOf(path) in doors))).toEqual([]);
  });
});

function isOpen(room: Room, target: string, typeOnly: boolean): boolean {
  const to = roomOf(target);
  if (to === room) return true;
  const { to: open, typesTo = [], files: single = [], allBut } = doors[room];
  if (allBut) return !allBut.includes(to);
  return open.includes(to) || single.includes(target) || (typeOnly && typesTo.includes(to));
}

describe("what comes from outside", () => {
  const packagesOf = (room: Room) =>
    source
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, imports }) =>
        imports.filter(({ own }) => !own).map(({ target, line }) => ({ path, line, target })),
      );

  it("the domain takes nothing but the calendar's arithmetic", () => {
    const taken = packagesOf("domain").filter(({ target }) => target !== "temporal-polyfill");
    expect(taken).toEqual([]);
  });

  it.each(["db", "commands", "queries"] as const)("%s knows no pages and no letters", (room) => {
    const webby = /^(next|react|next-intl|next-auth|@react-email)/;
    expect(packagesOf(room).filter(({ target }) => webby.test(target))).toEqual([]);
  });

  it("only db speaks Prisma; other rooms may at most name a row's type", () => {
    // A session on an organisation's own PostgreSQL is no way to ours.
    const ownDoor = "lib/connectors/postgres-session.ts";
    const speakers = house
      .filter(({ path }) => !tests.test(path) && roomOf(path) !== "db" && path !== ownDoor)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, typeOnly }) => /^@prisma\/|^pg$|^lib\/generated/.test(target) && !typeOnly)
          .map(({ target, line }) => `${path}:${line} takes ${target}`),
      );
    expect(speakers).toEqual([]);
    const clients = places(source, /new PrismaClient\(/, "opens a pool").filter(
      (place) => !/^lib\/db\/client/.test(place),
    );
    expect(clients).toEqual([]);
  });

  it("V1.2.4: no SQL is made of strings", () => {
    expect(places(source, /\$(query|execute)RawUnsafe|Prisma\.raw\(/, "writes SQL as text")).toEqual([]);
  });
});

describe("what a file may not do", () => {
  it("pass on others' exports (no barrels)", () => {
    const barrels = source.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path);
    const passing = places(source, /^export \*/, "passes everything on");
    expect([...barrels, ...passing]).toEqual([]);
  });

  it("be called after nothing, or be written in another way than kebab-case", () => {
    const wrong = files.filter(({ path }) => {
      const name = path.split("/").at(-1) ?? "";
      const stem = name.replace(/\.(d|test|spec)?\.?(ts|tsx|mjs)$/, "");
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.config)?$/.test(stem) || forbiddenNames.has(stem);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it.each(["db", "commands", "queries", "auth", "jobs"] as const)('%s opens with "server-only"', (room) => {
    const open = source
      .filter(({ path }) => roomOf(path) === room)
      .filter(({ text }) => !/^(\/\/[^\n]*\n|\s)*import "server-only";/.test(text))
      .map(({ path }) => path);
    expect(open).toEqual([]);
  });

  it.each(["domain", "commands", "queries", "db"] as const)("%s reads no clock and throws no dice", (room) => {
    const inside = source.filter(({ path }) => roomOf(path) === room);
    expect(
      places(inside, /\bDate\.now\(|new Date\(\s*\)|\bMath\.random\(|performance\.now\(/, "reads the clock or chance"),
    ).toEqual([]);
  });

  it("the domain draws no randomness at all and does no cryptography", () => {
    const inside = source.filter(({ path }) => roomOf(path) === "domain");
    expect(places(inside, /\bcrypto\b|randomUUID|randomBytes|getRandomValues/, "draws randomness")).toEqual([]);
  });

  it("be a Server Action: forms post to route handlers (decision 003)", () => {
    expect(places(house, /^\s*["']use server["']/, "is a server action", (text) => text)).toEqual([]);
  });

  it("run in the browser, unless it is a leaf: nothing that runs there takes from lib but words and types", () => {
    const leaves = source.filter(({ text }) => /^\s*["']use client["']/.test(text));
    const wrong = leaves.flatMap(({ path, imports }) => [
      ...(path.startsWith("components/") || /\/(error|global-error)\.tsx$/.test(path)
        ? []
        : [`${path} runs in the browser outside components`]),
      ...imports
        .filter(({ own, target, typeOnly }) => own && !typeOnly && /^lib\/(?!domain|forms|web\/client)/.test(target))
        .map(({ target, line }) => `${path}:${line} takes ${target} into the browser`),
    ]);
    const taken = source
      .filter(({ path }) => path.startsWith("lib/"))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => leaves.some((leaf) => leaf.path.startsWith(`${target}.`)))
          .map(({ target }) => `${path} takes ${target}`),
      );
    expect([...wrong, ...taken]).toEqual([]);
  });

  it("step around the compiler", () => {
    const wrong = places(
      files.filter(({ path }) => !path.includes("architecture")),
      /(:|as|<)\s*any\b|@ts-(ignore|nocheck|expect-error)/,
      "steps around the compiler",
      (text) =>
        text.replace(/"(?:[^"\\\n]|\\.)*"|\/\*\*?[\s\S]*?\*\/|\/\/(?!\s*@ts)[^\n]*/g, (held) =>
          held.replace(/[^\n]/g, " "),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it("know a machine it was written on", () => {
    const own = /\/(work|home|Users|root)\/[a-z]|\/tmp\/[a-z]/;
    const wrong = places(
      files.filter(({ path }) => !path.includes("architecture")),
      own,
      "names a machine's path",
      (text) => text,
    );
    expect(wrong).toEqual([]);
  });
});

describe("budgets: short enough to be read whole", () => {
  const measured = source.filter(({ path }) => !(path in dataTables));
  const lengths = measured.map(({ lines }) => lines).sort((left, right) => left - right);
  const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;

  it("half of all files have 60 lines or fewer", () => expect(at(0.5)).toBeLessThanOrEqual(60));
  it("nine of ten have fewer than 160", () => expect(at(0.9)).toBeLessThan(160));
  it("none has more than 250, tests included, but for tables of data that say why", () => {
    const long = files.filter(({ path, lines }) => lines > 250 && !(path in dataTables));
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines`)).toEqual([]);
  });
  it("every table of data that is let off is still there and still long", () => {
    const needless = Object.keys(dataTables).filter(
      (path) => !files.some((file) => file.path === path && file.lines > 250),
    );
    expect(needless).toEqual([]);
  });
});

it("PRV-10: every personal column has a rule (the lists are compared in request-retention.test.ts)", () => {
  const comparison = files.find(({ path }) => path === "lib/domain/request-retention.test.ts");
  expect(comparison?.text).toContain("every personal column of the database has a line here");
});

function existsHere(folder: string): boolean {
  try {
    return sourceFiles([folder]).length >= 0;
  } catch {
    return false;
  }
}
