// The keys of the console: what is pressed, where it works, what it does. The handler, the help sheet, the plain page and
// docs/keys.md read this one table. Single keys can be turned off by each person (WCAG 2.1.4).
import type { StaffRole } from "@/lib/domain/actor";
import { mayTake, type Step } from "@/lib/domain/lifecycle";

export const keyPlaces = ["anywhere", "list", "request"] as const;
export type KeyPlace = (typeof keyPlaces)[number];

export type KeyAct =
  /** Opens an address of the console. */
  | { kind: "go"; to: string }
  /** Opens a page of the request at hand: the one on the page, or the focused row of a list. */
  | { kind: "of_request"; page: string }
  | { kind: "next_row" | "previous_row" | "select_row" | "bulk" | "search" | "help" | "palette" | "back" };

export type ConsoleKey = {
  /** As `KeyboardEvent.key` names it, in this order for a sequence. */
  press: readonly string[];
  /** Held down with it: Control, or Command on a Mac. Such a key is none of the single ones. */
  control?: true;
  where: KeyPlace;
  what: string;
  act: KeyAct;
  /** The browser does this by itself: told, not handled. */
  native?: true;
  /** Whoever may not take this step is not offered the key. */
  step?: Step;
};

const table: readonly ConsoleKey[] = [
  { press: ["j"], where: "list", what: "Next row", act: { kind: "next_row" } },
  { press: ["k"], where: "list", what: "Row before", act: { kind: "previous_row" } },
  { press: ["Enter"], where: "list", what: "Open the row", act: { kind: "of_request", page: "" }, native: true },
  { press: ["x"], where: "list", what: "Select the row, or leave it", act: { kind: "select_row" } },
  { press: ["b"], where: "list", what: "One step for the selected", act: { kind: "bulk" }, step: "assign" },
  {
    press: ["a"],
    where: "list",
    what: "Assign it",
    act: { kind: "of_request", page: "/steps/assign" },
    step: "assign",
  },
  { press: ["e"], where: "list", what: "Its next step", act: { kind: "of_request", page: "/next" } },
  {
    press: ["a"],
    where: "request",
    what: "Assign",
    act: { kind: "of_request", page: "/steps/assign" },
    step: "assign",
  },
  { press: ["e"], where: "request", what: "The next step", act: { kind: "of_request", page: "/next" } },
  { press: ["/"], where: "anywhere", what: "Search", act: { kind: "search" } },
  { press: ["c"], where: "anywhere", what: "Enter a request", act: { kind: "go", to: "/console/new" }, step: "begin" },
  { press: ["g", "q"], where: "anywhere", what: "Go to requests", act: { kind: "go", to: "/console" } },
  { press: ["g", "m"], where: "anywhere", what: "Go to mine", act: { kind: "go", to: "/console?view=mine" } },
  { press: ["g", "r"], where: "anywhere", what: "Go to overdue", act: { kind: "go", to: "/console/reports/overdue" } },
  { press: ["g", "o"], where: "anywhere", what: "Go to the outbox", act: { kind: "go", to: "/console/outbox" } },
  { press: ["k"], control: true, where: "anywhere", what: "All commands", act: { kind: "palette" } },
  { press: ["?"], where: "anywhere", what: "These keys", act: { kind: "help" } },
  { press: ["Escape"], where: "anywhere", what: "Back out: of a box, a sheet, a page", act: { kind: "back" } },
];

/** The keys that somebody with these roles has. A door that stays shut has no key. */
export function keysFor(roles: readonly StaffRole[]): readonly ConsoleKey[] {
  return table.filter(({ step }) => step === undefined || mayTake(step, roles));
}

/** How a key is written: "g then q", "Ctrl K". */
export function keyName({ press, control }: Pick<ConsoleKey, "press" | "control">): string {
  const names = press.map((key) => (key === "Escape" ? "Esc" : control ? key.toUpperCase() : key));
  return control ? `Ctrl ${names.join(" ")}` : names.join(" then ");
}

/** Whether pressing it by accident while speaking or resting a hand does something: letters, digits, signs. */
export function isSingle({ press, control }: Pick<ConsoleKey, "press" | "control">): boolean {
  return !control && press.every((key) => key.length === 1);
}

/** What happened at the keyboard. */
export type Pressed = {
  key: string;
  /** Control or Command. */
  control: boolean;
  alt: boolean;
  /** In a box that takes text, or while an input method composes. */
  typing: boolean;
  /** A sheet lies over the page and has the keys to itself. */
  covered: boolean;
};

export type KeyMeaning = { key: ConsoleKey } | { waiting: readonly string[] } | null;

/**
 * What a press means here. `before` is what was pressed of a sequence so far. While somebody types, only Escape and what
 * goes with Control mean anything; with single keys off, only those ever do.
 */
export function meaningOf(
  pressed: Pressed,
  at: { keys: readonly ConsoleKey[]; places: readonly KeyPlace[]; before: readonly string[]; singleKeys: boolean },
): KeyMeaning {
  if (pressed.alt || pressed.covered) return null;
  const here = at.keys.filter((key) => !key.native && at.places.includes(key.where));
  const usable = here.filter((key) => {
    if (pressed.control !== Boolean(key.control)) return false;
    return !isSingle(key) || (at.singleKeys && !pressed.typing);
  });
  const far = [...at.before, pressed.key];
  const whole = usable.find(({ press }) => press.join(" ") === far.join(" "));
  if (whole) return { key: whole };
  if (usable.some(({ press }) => press.length > far.length && far.every((key, place) => press[place] === key)))
    return { waiting: far };
  // A sequence that leads nowhere is forgotten, and its last key begins anew.
  return at.before.length > 0 ? meaningOf(pressed, { ...at, before: [] }) : null;
}
