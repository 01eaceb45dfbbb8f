import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** What one file takes from another. `target` is a path from the root without ending, or a package's name. */
export type Import = { target: string; own: boolean; typeOnly: boolean; line: number };
export type SourceFile = { path: string; text: string; lines: number; imports: readonly Import[] };

export const root = fileURLToPath(new URL("..", import.meta.url));

const left = new Set(["node_modules", ".next", ".git", ".data", "generated", "screenshots", "coverage"]);

function pathsUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsUnder(path) : [path];
  });
}

/** Every file below these folders, tests and all, generated code aside. Sorted by path. */
export function sourceFiles(folders: readonly string[], ending = /\.(ts|tsx|mjs)$/): SourceFile[] {
  const paths = folders.flatMap(pathsUnder).filter((path) => ending.test(path));
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, lines: text.split("\n").length - 1, imports: importsOf(path, text) };
  });
}

const statement =
  /(?:^|\n)[ \t]*(?:import|export)\s+(type\s+)?(?:([^"';]*?)\s+from\s+)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g;

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map((found) => {
    const [whole, typeWord, names, plain, dynamic] = found;
    const named = /^\{([^}]*)\}$/.exec((names ?? "").trim())?.[1];
    const everyNameIsType = named?.split(",").every((name) => name.trim() === "" || /^type\s/.test(name.trim()));
    const line = text.slice(0, found.index).split("\n").length + (whole.startsWith("\n") ? 1 : 0);
    return { ...targetOf(path, plain ?? dynamic ?? ""), typeOnly: Boolean(typeWord || everyNameIsType), line };
  });
}

function targetOf(path: string, written: string): { target: string; own: boolean } {
  if (written.startsWith("@/")) return { target: written.slice(2), own: true };
  if (written.startsWith(".")) return { target: relative(root, join(root, dirname(path), written)), own: true };
  const [scope = "", name = ""] = written.split("/");
  return { target: written.startsWith("@") ? `${scope}/${name}` : scope, own: false };
}

/** The text with comments and strings blanked, line by line, so that a rule about code does not trip over words. */
export function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
    .replace(/(^|[^:])\/\/[^\n]*/g, "$1");
}
