import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeName } from "./safe-name";

const alone = (name: string, kind: "file" | "folder" = "file") => safeName(name, new Set(), kind);

describe("ATK-U5, V5.3.3: names in a package", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Windows\\win.ini", "win.ini"],
    ["x\u0000.pdf", "x.pdf"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ['a<b>:"|?*.txt', "a_b______.txt"],
    [" .hidden. ", "hidden"],
    ["..", "file"],
    ["", "file"],
    ["CON", "CON_"],
    ["nul.txt", "nul_.txt"],
    ["lpt1.tar.gz", "lpt1_.tar.gz"],
    ["COM¹", "COM¹_"],
    ["console.log", "console.log"],
    ["a.this ending is none", "a.this ending is none"],
    ["two\nlines\tand  tab", "twolinesand tab"],
    ["half \ud83d", "half"],
    ["🎉.png", "🎉.png"],
    ["Bericht für Łódź.pdf", "Bericht für Łódź.pdf"],
  ])("%j is written as %j", (given, made) => {
    expect(alone(given)).toBe(made);
  });

  it("decomposed and composed letters are one name", () => {
    expect(alone("u\u0308.txt")).toBe("ü.txt");
  });

  it("two names that some disk takes for one are told apart, and keep their ending", () => {
    const taken = new Set<string>();
    const made = ["Report.pdf", "report.PDF", "REPORT.pdf", "Straße", "STRASSE"].map((name) =>
      safeName(name, taken, "file"),
    );
    expect(made).toEqual(["Report.pdf", "report-2.PDF", "REPORT-3.pdf", "Straße", "STRASSE-2"]);
  });

  it("a long name is cut between signs and keeps its ending", () => {
    expect(alone(`${"x".repeat(5000)}.pdf`)).toBe(`${"x".repeat(96)}.pdf`);
    expect(alone("ü".repeat(100), "folder")).toBe("ü".repeat(30));
    expect(alone("漢".repeat(100), "folder")).toBe("漢".repeat(20));
    expect(alone("🎉".repeat(100), "folder")).toBe("🎉".repeat(15));
  });

  it("a folder keeps no ending apart, and a nameless one is called folder", () => {
    expect(alone("a.b", "folder")).toBe("a.b");
    expect(alone("///", "folder")).toBe("folder");
  });

  it("whatever a name is, it is one plain part that Windows, macOS and Linux take", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 12 }), (names) => {
        const taken = new Set<string>();
        const made = names.map((name) => safeName(name, taken, "file"));
        for (const name of made) {
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(104);
          expect(name).not.toBe("");
          expect(name.normalize("NFC")).toBe(name);
        }
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(made.length);
      }),
    );
  });
});
