import { pathToFileURL } from "node:url";
import { root, type SourceFile, sourceFiles } from "./source-files";

export type Limit = { count: number; seconds: number };
/** `actor` null: nothing in the code says who may come in. `gate`: what enforces it. */
export type Route = { method: string; path: string; actor: string | null; gate: string; limit: Limit | null };

// Pages may export nothing of their own in Next, so a GET says who may come in by the gate it calls. Each of these sends
// away, or answers "not found" to, everybody else.
const gates: Readonly<Record<string, string>> = {
  requireStaff: "staff",
  openDesk: "staff",
  requestDesk: "staff",
  templateDesk: "staff",
  postingDesk: "staff",
  postingRequestDesk: "staff",
  campaignDesk: "staff",
  packDesk: "staff",
  ownRequest: "person",
  ownContest: "person",
  requestGate: "person",
  paperGate: "person",
  receiptOfOwn: "person",
  receiptPageOfOwn: "person",
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** Every HTTP route below app, in the order of its path. */
export async function listRoutes(): Promise<Route[]> {
  const files = sourceFiles(["app"], /\/(page\.tsx|route\.ts)$/);
  const routes = await Promise.all(
    files.map((file) => (file.path.endsWith("page.tsx") ? [shown(file)] : handled(file))),
  );
  return routes.flat().sort((left, right) => (left.path + left.method < right.path + right.method ? -1 : 1));
}

function shown(file: SourceFile): Route {
  return { method: "GET", path: addressOf(file.path), ...gateIn(file), limit: null };
}

type Door = { name: string; actor: string; limit: Limit };

/** What a handler made by the doorman carries about itself; for others, the gate they call. */
async function handled(file: SourceFile): Promise<Route[]> {
  const exported = (await import(pathToFileURL(`${root}${file.path}`).href)) as Record<
    string,
    { door?: Door } | undefined
  >;
  const path = addressOf(file.path);
  return methods.flatMap((method): Route[] => {
    const handler = exported[method];
    if (!handler) return [];
    if (!handler.door) return [{ method, path, ...gateIn(file), limit: null }];
    const { name, actor, limit } = handler.door;
    return [{ method, path, actor, gate: name, limit }];
  });
}

function gateIn({ text }: SourceFile): { actor: string | null; gate: string } {
  const called = Object.keys(gates).find((gate) => new RegExp(`\\bawait ${gate}\\(`).test(text));
  return { actor: (called && gates[called]) ?? null, gate: called ?? "" };
}

/** The address without the file's name and without route groups. */
function addressOf(path: string): string {
  const parts = path.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

function line({ method, path, actor, gate, limit }: Route): string {
  const rate = limit ? `${limit.count} in ${limit.seconds} s` : "no limit of its own";
  return [method.padEnd(5), path.padEnd(58), (actor ?? "anyone").padEnd(14), rate.padEnd(20), gate].join(" ").trimEnd();
}

if (process.argv[1]?.endsWith("routes.ts")) {
  const routes = await listRoutes();
  console.log(process.argv.includes("--json") ? JSON.stringify(routes, null, 2) : routes.map(line).join("\n"));
}
