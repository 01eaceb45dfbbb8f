import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

// The attacks on the gate and on letters that this desk says it withstands: each is the title of a test that tries it.
const attacks: Readonly<Record<string, string>> = {
  "ATK-I1": "knows name, address and birth date, and not the mailbox",
  "ATK-I2": "reads the mailbox, and asks for what is dangerous",
  "ATK-I3": "changes the address after the proof",
  "ATK-I4": "an agent without proof, or with proof for somebody else",
  "ATK-I5": "proven for one request, given the answer of another",
  "ATK-I6": "one document for many requests",
  "ATK-I7": "tries data points until they fit",
  "ATK-I8": "talks staff into sending it elsewhere",
  "ATK-M1": "hostile addresses",
  "ATK-M2": "twins of an address by case and script",
  "ATK-M3": "words of strangers in our letters",
  "ATK-M4": "scanners that open every link",
  "ATK-M5": "a secret used twice, elsewhere, or too late",
  "ATK-M6": "a secret that leaks by the address line",
  "ATK-M7": "a mailbox flooded by our letters",
  "ATK-M8": "machines that answer machines",
  "ATK-M9": "letters that carry files of this machine",
  "ATK-M10": "a secret guessed by how long we take to say no",
  "ATK-E1": "references and persons found by asking",
  "ATK-R1": "the same filing many times at once",
  "ATK-R2": "two who decide at once",
  "ATK-R3": "rights that end between page and press",
  "ATK-F1": "a duplicate that carries proof along",
};

/** Every title of a test or of a group of them, in the folders that hold tests. */
function titles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(test|spec)\.ts$/.test(name))
    .flatMap(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name), "utf8");
      const calls = /\b(?:it|test|describe)(?:\.\w+)*(?:<[^(]*>)?\((?:\[[\s\S]*?\]\)\()?\s*(["'`])([\s\S]*?)\1/g;
      return [...text.matchAll(calls)].map((match) => match[2] ?? "");
    });
}

it("every attack on the gate and on letters is tried by a test under its id", () => {
  const said = [...titles("lib"), ...titles("e2e"), ...titles("emails"), ...titles("app")].join("\n");
  const untried = Object.keys(attacks).filter((id) => !new RegExp(`${id}(?![0-9])`).test(said));
  expect(untried).toEqual([]);
});
