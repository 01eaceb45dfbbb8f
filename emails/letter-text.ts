import type { Block, Letter } from "./letter";

const width = 72;

/** The text part: set by hand from the same blocks, wrapped at 72, addresses on lines of their own. */
export function letterText(letter: Letter, organisation: string): string {
  const head = `${organisation}\n${letter.letterhead}\n\n${letter.title}\n${"=".repeat(letter.title.length)}`;
  return `${[head, ...letter.blocks.map(blockText)].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "quiet":
      return wrapped(block.text);
    case "heading":
      return `${block.text}\n${"-".repeat(block.text.length)}`;
    case "rows": {
      const column = Math.max(...block.rows.map(([label]) => label.length));
      return block.rows.map(([label, value]) => `${`${label}:`.padEnd(column + 2)}${value}`).join("\n");
    }
    case "list":
      return block.items.map((item) => wrapped(`- ${item}`, "  ")).join("\n");
    case "action":
      return `${block.label}:\n${block.url}`;
    case "code":
      return `${wrapped(`${block.label}:`)}\n\n    ${block.code}`;
  }
}

// Words are never split: a broken link is worse than a long line.
function wrapped(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && `${line} ${word}`.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
