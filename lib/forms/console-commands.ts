// What the command palette offers. Nothing in it is about a person: what is typed to find one is posted to the search.
import { parseReference } from "@/lib/domain/reference";

export type CommandGroup = "request" | "step" | "go" | "view" | "theme" | "help";

export type Command = {
  group: CommandGroup;
  name: string;
  /** How the key for it is written, where it has one. */
  key?: string;
  /** Other words that somebody may type for it. */
  also?: string;
} & ({ to: string } | { post: string; fields: Readonly<Record<string, string>> });

export const groupNames: Readonly<Record<CommandGroup, string>> = {
  request: "Request",
  step: "Step",
  go: "Go to",
  view: "View",
  theme: "Theme",
  help: "Help",
};

function plainWords(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/**
 * The commands that fit what was typed, in their own order: each word begins a word of the command's. A whole reference
 * is offered first.
 */
export function fittingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = plainWords(typed).split(/\s+/).filter(Boolean);
  const fits = ({ group, name, also = "" }: Command) => {
    const words = plainWords(`${groupNames[group]} ${name} ${also}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  const reference = parseReference(typed);
  const named: Command[] = reference
    ? [{ group: "request", name: `Open ${reference}`, to: `/console/requests/${reference}` }]
    : [];
  return [...named, ...commands.filter(fits)];
}
