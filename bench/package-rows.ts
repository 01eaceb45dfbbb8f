// Rows as a system gives them, made while they are read: a gigabyte of them is nowhere at once.
import type { RowSource } from "@/lib/package/build-package";

const names = ["Robin", "Łukasz", "Ana María", "Jürgen", "Olu", "Zoë"];

/** About `megabytes` of NDJSON, the same each time it is opened. No chance: numbers mixed by multiplication. */
export function generatedRows(system: string, category: string, megabytes: number): RowSource {
  return { system, open: async () => ndjson(category, megabytes * 1_000_000) };
}

async function* ndjson(category: string, wanted: number): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for (let count = 0; sent < wanted; ) {
    const lines: string[] = [];
    for (const end = count + 200; count < end; count += 1) lines.push(JSON.stringify({ category, row: rowAt(count) }));
    const bytes = Buffer.from(`${lines.join("\n")}\n`, "utf8");
    sent += bytes.length;
    yield bytes;
  }
}

function rowAt(count: number) {
  const mixed = Math.imul(count + 1, 2_654_435_761) >>> 0;
  return {
    id: `evt-${mixed.toString(36)}-${count}`,
    at: new Date(1_760_000_000_000 + mixed).toISOString(),
    name: names[mixed % names.length] ?? "",
    campaign: `Spring ${mixed % 97}`,
    amount: (mixed % 100_000) / 100,
    opened: mixed % 3 === 0,
    note: mixed % 11 === 0 ? "=SUM(A1:A9)" : `Clicked “${(mixed * 7).toString(16)}” and left; see line ${count}`,
    referrer: mixed % 5 === 0 ? null : `https://news.example.com/${mixed.toString(16)}`,
  };
}
