import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mistakesOf, readTyped } from "./typed-form";

function form(...entries: readonly (readonly [string, string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("what was typed", () => {
  it("V15.3.7: a name that came twice is a list, which a schema for one text refuses", () => {
    const typed = readTyped(form(["email", "a@example.com"], ["email", "b@example.com"], ["email", "c@example.com"]));
    expect(typed).toEqual({ email: ["a@example.com", "b@example.com", "c@example.com"] });
    expect(z.object({ email: z.email() }).safeParse(typed).success).toBe(false);
  });
  it("V15.3.6: poisons no prototype", () => {
    const typed = readTyped(form(["__proto__", "x"], ["constructor", "y"], ["toString", "z"], ["plain", "p"]));
    expect(Object.keys(typed).sort()).toEqual(["constructor", "plain", "toString"]);
    expect(Object.getPrototypeOf(typed)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).plain).toBeUndefined();
  });
  it("counts a line end once, whichever way the browser sends it", () => {
    expect(readTyped(form(["words", "one\r\ntwo\nthree"]))).toEqual({ words: "one\ntwo\nthree" });
  });
  it("leaves files out", () => {
    expect(readTyped(form(["files", new File(["x"], "x.pdf")], ["words", "w"]))).toEqual({ words: "w" });
  });
});

describe("mistakes", () => {
  it("are the first sentence for each field, under the field's own name", () => {
    const schema = z.object({
      email: z.string().min(5, "Enter the whole address.").max(2, "Too long."),
      person: z.object({ name: z.string("Enter the name.") }),
    });
    const { error } = schema.safeParse({ email: "abc", person: {} });
    expect(error && mistakesOf(error)).toEqual({ email: "Enter the whole address.", "person.name": "Enter the name." });
  });
  it("of the whole form stand under the empty name", () => {
    const { error } = z
      .object({})
      .refine(() => false, "Say more.")
      .safeParse({});
    expect(error && mistakesOf(error)).toEqual({ "": "Say more." });
  });
});
