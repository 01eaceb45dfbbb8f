import { readFileSync, writeFileSync } from "node:fs";
import { eventOfStep } from "@/lib/domain/events";
import { allEdges, lifecycle, states, steps } from "@/lib/domain/lifecycle";

export const PAGE = new URL("../docs/lifecycle.md", import.meta.url);

function diagram(): string {
  const moves = allEdges().filter(({ from, to }) => from !== to);
  const ends = states.filter((state) => !moves.some(({ from }) => from === state));
  return [
    "stateDiagram-v2",
    "  [*] --> unconfirmed: filed in the portal",
    "  [*] --> open: filed, nothing to verify or taken down by staff",
    ...moves.map(({ step, from, to }) => `  ${from} --> ${to}: ${step}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join("\n");
}

function table(): string {
  const rows = steps.map((step) => {
    const { by, needs, moves } = lifecycle[step];
    const paths = Object.entries(moves).map(([from, to]) => (from === to ? from : `${from} → ${to}`));
    return `| \`${step}\` | ${paths.join("<br>")} | ${by.join(", ")} | ${needs.join("<br>")} | ${eventOfStep[step]} |`;
  });
  return ["| step | from (→ to) | by | needs | event |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

/** The page, from the table that the server, the console and the tests read. */
export function lifecyclePage(): string {
  return `# The life of a request

Made from \`lib/domain/lifecycle.ts\` by \`scripts/lifecycle-diagram.ts\`; a test compares. Do not edit by hand.

Steps that leave the state as it is are in the table only. Being verified is a need of steps and never a state.

\`\`\`mermaid
${diagram()}
\`\`\`

${table()}
`;
}

if (process.argv[1]?.endsWith("lifecycle-diagram.ts")) {
  const page = lifecyclePage();
  if (process.argv.includes("--check")) process.exitCode = readFileSync(PAGE, "utf8") === page ? 0 : 1;
  else writeFileSync(PAGE, page);
}
