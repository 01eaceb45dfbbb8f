import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KEYS_PAGE, keysPage } from "@/scripts/keys-page";
import { type ConsoleKey, isSingle, type KeyMeaning, keyName, keyPlaces, keysFor, meaningOf } from "./console-keys";

const keys = keysFor(["handler"]);
const plain = { control: false, alt: false, typing: false, covered: false };
const at = { keys, places: keyPlaces.filter((place) => place !== "request"), before: [], singleKeys: true };

function what(meaning: KeyMeaning): string | null {
  return meaning && "key" in meaning ? meaning.key.what : null;
}

describe("the console's keys", () => {
  it.each([
    ["j", "Next row"],
    ["x", "Select the row, or leave it"],
    ["c", "Enter a request"],
    ["/", "Search"],
    ["?", "These keys"],
    ["Escape", "Back out: of a box, a sheet, a page"],
  ])("%s does what the table says", (key, said) => {
    expect(what(meaningOf({ ...plain, key }, at))).toBe(said);
  });

  it("waits after g, and goes with the second key", () => {
    expect(meaningOf({ ...plain, key: "g" }, at)).toEqual({ waiting: ["g"] });
    expect(what(meaningOf({ ...plain, key: "o" }, { ...at, before: ["g"] }))).toBe("Go to the outbox");
  });
  it("forgets a sequence that leads nowhere and begins anew with its last key", () => {
    expect(what(meaningOf({ ...plain, key: "j" }, { ...at, before: ["g"] }))).toBe("Next row");
    expect(meaningOf({ ...plain, key: "y" }, { ...at, before: ["g"] })).toBeNull();
  });

  const single = keys.filter((key) => isSingle(key) && !key.native);
  it.each(single.map((key) => [keyName(key), key] as const))("WCAG 2.1.4: %s can be turned off", (_, key) => {
    expect(
      meaningOf({ ...plain, key: key.press[0] ?? "" }, { ...at, places: keyPlaces, singleKeys: false }),
    ).toBeNull();
  });
  it.each(single.map((key) => [keyName(key), key] as const))("%s means nothing while somebody types", (_, key) => {
    const pressed = { ...plain, typing: true, key: key.press[0] ?? "" };
    expect(meaningOf(pressed, { ...at, places: keyPlaces })).toBeNull();
  });
  it.each(["control", "alt", "covered"] as const)("j means nothing with or under %s", (how) => {
    expect(meaningOf({ ...plain, key: "j", [how]: true }, at)).toBeNull();
  });
  it("the palette opens with Control also while somebody types and with single keys off", () => {
    const pressed = { ...plain, key: "k", control: true };
    expect(what(meaningOf({ ...pressed, typing: true }, at))).toBe("All commands");
    expect(what(meaningOf(pressed, { ...at, singleKeys: false }))).toBe("All commands");
  });
  it("a row's keys mean nothing where there are no rows", () => {
    expect(meaningOf({ ...plain, key: "j" }, { ...at, places: ["anywhere"] })).toBeNull();
  });

  it("a door that stays shut has no key: an auditor enters and assigns nothing", () => {
    const names = keysFor(["auditor"]).map(({ what }) => what);
    expect(names).not.toContain("Enter a request");
    expect(names).not.toContain("Assign");
    expect(names).toContain("Next row");
  });
  it("no two keys of one place are the same", () => {
    const clash = (one: ConsoleKey, other: ConsoleKey) =>
      one !== other &&
      keyName(one) === keyName(other) &&
      (one.where === other.where || one.where === "anywhere" || other.where === "anywhere");
    expect(keys.filter((one) => keys.some((other) => clash(one, other)))).toEqual([]);
  });
  it("docs/keys.md says what the table says (npx tsx --tsconfig tsconfig.node.json scripts/keys-page.ts writes it)", () => {
    expect(readFileSync(KEYS_PAGE, "utf8")).toBe(keysPage());
  });
});
