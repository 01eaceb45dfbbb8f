// Decides what files and folders of a package are called, so that every file system takes them and none is led astray.
// Answers to ATK-U5 and ASVS V5.3.3: no paths, no reserved names, no two names that some disk takes for one.

/** Bytes of one name: with two folders around it a path stays far below what Windows opens. */
const longest = { folder: 60, file: 100 } as const;
const longestEnding = 16;

// Device names of Windows, with or without an ending; ¹ ² ³ count as digits there.
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/**
 * A name that no file system refuses or reads as something else: its last part alone, NFC, without control and direction
 * signs, without what Windows forbids. `taken` are the names of the same folder so far; the new one is added to it.
 */
export function safeName(name: string, taken: Set<string>, kind: keyof typeof longest): string {
  const clean = cleaned(name, kind === "file" ? "file" : "folder");
  const { stem, ending } = kind === "file" ? parted(clean) : { stem: clean, ending: "" };
  for (let count = 1; ; count += 1) {
    const mark = count === 1 ? "" : `-${count}`;
    const room = longest[kind] - ending.length - mark.length;
    const made = `${unreserved(clipped(stem, room))}${mark}${ending}`;
    if (!taken.has(folded(made))) {
      taken.add(folded(made));
      return made;
    }
  }
}

function cleaned(name: string, nameless: string): string {
  const last = name.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) as string;
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return plain === "" ? nameless : plain;
}

/** `report.final.csv` as `report.final` and `.csv`. What is no short plain ending belongs to the stem. */
function parted(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot);
  return dot > 0 && ending.length <= longestEnding && /^\.[A-Za-z0-9]+$/.test(ending)
    ? { stem: name.slice(0, dot), ending }
    : { stem: name, ending: "" };
}

/** As many whole signs as fit into `bytes` of UTF-8, not ending in what Windows cuts off. */
function clipped(text: string, bytes: number): string {
  let kept = "";
  let used = 0;
  for (const sign of text) {
    used += utf8Length(sign);
    if (used > bytes) break;
    kept += sign;
  }
  return kept.replace(/[. ]+$/, "");
}

function utf8Length(sign: string): number {
  const code = sign.codePointAt(0) as number;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

// Windows looks at what stands before the first dot.
function unreserved(stem: string): string {
  const [device = "", ...rest] = stem.split(".");
  return reserved.test(device.trimEnd()) ? [`${device}_`, ...rest].join(".") : stem;
}

/** Names that some file system takes for the same one: it folds case, and ß with ss. */
function folded(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
}
