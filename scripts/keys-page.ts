import { writeFileSync } from "node:fs";
import { staffRoles } from "@/lib/domain/actor";
import { isSingle, keyName, keysFor } from "@/lib/forms/console-keys";

export const KEYS_PAGE = new URL("../docs/keys.md", import.meta.url);

const places = { anywhere: "anywhere", list: "in a list of requests", request: "on a request" } as const;

/** The page, from the table that the handler and the help sheet read. */
export function keysPage(): string {
  const rows = keysFor(staffRoles).map((key) => {
    const kind = isSingle(key) ? "yes" : "no";
    return `| \`${keyName(key)}\` | ${places[key.where]} | ${key.what} | ${kind} |`;
  });
  return `# The console's keys

Made from \`lib/forms/console-keys.ts\` by \`scripts/keys-page.ts\`; a test compares. Do not edit by hand.

No key takes a step: each leads to where it is taken. Single keys mean nothing while somebody types, and everybody can turn
them off on their account's page (WCAG 2.1.4). On a Mac, Ctrl is the Command key. Without scripts there are no keys, and
\`/console/keys\` and \`/console/commands\` show the same lists as pages.

| press | where | what | can be turned off |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

if (process.argv[1]?.endsWith("keys-page.ts")) writeFileSync(KEYS_PAGE, keysPage());
