import { expect, it } from "vitest";
import { declarationText, signs } from "./declaration";
import { filedOn } from "./test-request";

const declared = { name: "Elena Park", organisation: "AImarkOS", reference: "H4K2-9QTM-7", day: filedOn };

it.each(["en", "de"] as const)(
  "11 CCR §7062(c): in %s too it is declared under penalty of perjury, by whom, about what and when",
  (language) => {
    const text = declarationText(declared, language).join("\n");
    expect(text).toMatch(/I declare under penalty of perjury under the laws of the State of California/);
    for (const fact of Object.values(declared)) expect(text).toContain(fact);
  },
);

it("a name signs where it is the name of the request", () => {
  expect(signs(" elena  PÁRK", "Elena Park")).toBe(true);
  expect(signs("Elena P.", "Elena Park")).toBe(false);
});
