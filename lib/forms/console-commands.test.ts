import { describe, expect, it } from "vitest";
import { referenceFrom } from "@/lib/domain/reference";
import { type Command, fittingCommands } from "./console-commands";

const commands: Command[] = [
  { group: "view", name: "Due this week", to: "/console?view=due" },
  { group: "go", name: "Outbox", to: "/console/outbox", also: "letters" },
  { group: "theme", name: "Dark", post: "/console/appearance", fields: { theme: "dark" } },
];
const names = (typed: string) => fittingCommands(commands, typed).map(({ name }) => name);

describe("the command palette", () => {
  it("offers everything before something is typed", () => expect(names("")).toHaveLength(3));
  it.each([
    ["due", ["Due this week"]],
    ["WEEK du", ["Due this week"]],
    ["letters", ["Outbox"]],
    ["theme dark", ["Dark"]],
    ["ue", []],
  ])("finds by the beginnings of words: %s", (typed, found) => expect(names(typed)).toEqual(found));
  it("offers a request by its whole reference, however it is typed", () => {
    const reference = referenceFrom(new Uint8Array([1, 2, 3, 4, 5]));
    const [first] = fittingCommands(commands, reference.toLowerCase().replaceAll("-", " "));
    expect(first).toEqual({ group: "request", name: `Open ${reference}`, to: `/console/requests/${reference}` });
  });
});
