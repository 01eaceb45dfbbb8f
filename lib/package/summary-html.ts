import { createHash } from "node:crypto";
import type { Block, Summary } from "./blocks";
import { type Markup, markup } from "./markup";
import { summaryStyle } from "./summary-style";

// Nothing runs, nothing is fetched, nothing is sent: the one style is named by its hash, because what a person's data could
// smuggle in would be a style as well.
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(summaryStyle).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The page by itself: opens from a disk without a network, a server or scripts. */
export function summaryHtml(summary: Summary): string {
  const { language, organisation, title, lead, skip, contents, blocks } = summary;
  const headings = blocks.filter((block) => block.kind === "heading" && block.level === 2);
  const style = trusted`<style>${summaryStyle}</style>`;
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`;
  const body = markup`</head>
<body>
<a class="skip" href="#held">${skip}</a>
<header>
<p class="from">${organisation}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${contents}</h2>
<ul>
${headings.map((block) => (block.kind === "heading" ? markup`<li><a href="#${block.id}">${block.text}</a></li>\n` : markup``))}</ul>
</nav>
<main>
${blocks.map(blockMarkup)}</main>
</body>
</html>
`;
  return `${page.text}${style}\n${body.text}`;
}

/** Our own constant beside the markup: the style, which escaping would break. Takes no markup and no data. */
function trusted(fixed: TemplateStringsArray, style: typeof summaryStyle): string {
  return `${fixed[0]}${style}${fixed[1]}`;
}

function blockMarkup(block: Block, place: number): Markup {
  switch (block.kind) {
    case "heading":
      return block.level === 2
        ? markup`<h2 id="${block.id}">${block.text}</h2>\n`
        : markup`<h3 id="${block.id}">${block.text}</h3>\n`;
    case "paragraph":
      return block.quiet ? markup`<p class="quiet">${block.text}</p>\n` : markup`<p>${block.text}</p>\n`;
    case "list":
      return block.items.length > 0
        ? markup`<ul>\n${block.items.map((item) => markup`<li>${item}</li>\n`)}</ul>\n`
        : markup``;
    case "facts":
      return markup`<dl>\n${block.rows.map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>\n`;
    case "table":
      return tableMarkup(block, `table-${place + 1}`);
  }
}

// The frame scrolls sideways, so the keyboard must reach it and a screen reader must hear what it is.
function tableMarkup({ caption, head, rows, note }: Extract<Block, { kind: "table" }>, id: string): Markup {
  const headCells = head.map((text) => markup`<th scope="col">${text}</th>`);
  const cell = (text: string) =>
    // A number or a date that is broken at its hyphen is hard to read.
    text.length <= 16 ? markup`<td class="short" dir="auto">${text}</td>` : markup`<td dir="auto">${text}</td>`;
  const line = (row: readonly string[]) => markup`<tr>${row.map(cell)}</tr>\n`;
  return markup`<div class="frame" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr>${headCells}</tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table>
</div>
${note === undefined ? markup`` : markup`<p class="quiet">${note}</p>\n`}`;
}
