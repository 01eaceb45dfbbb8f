import { expect, it } from "vitest";
import { csvText } from "./csv";

it("quotes what needs it, and lets no cell become a formula", () => {
  const text = csvText([
    ["plain", 'a "word", here', "two\nlines"],
    ["=1+1", "+1", "-1", "@x", "\tx"],
  ]);
  expect(text).toBe('\uFEFFplain,"a ""word"", here","two\nlines"\r\n\'=1+1,\'+1,\'-1,\'@x,\'\tx\r\n');
});
