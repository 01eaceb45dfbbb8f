// Decides who may take from whom. Executed by architecture.test.ts; ARCHITECTURE.md draws the same map.

export type Room =
  | "domain"
  | "forms"
  | "calendars"
  | "db"
  | "commands"
  | "queries"
  | "auth"
  | "web"
  | "storage"
  | "mailer"
  | "jobs"
  | "connectors"
  | "package"
  | "emails"
  | "components"
  | "app"
  | "settings"
  | "log";

/** Rooms and single files that stand open. `allBut` opens everything else. Packages are judged apart. */
type Door = {
  to: readonly string[];
  typesTo?: readonly string[];
  files?: readonly string[];
  allBut?: readonly string[];
};

export const doors: Readonly<Record<Room, Door>> = {
  domain: { to: [] },
  settings: { to: [] },
  log: { to: [] },
  forms: { to: ["domain", "messages"] },
  calendars: { to: ["domain"] },
  emails: { to: ["domain", "messages"] },
  db: { to: ["domain", "settings", "calendars", "generated"] },
  commands: { to: ["domain", "db"], typesTo: ["forms", "generated"] },
  queries: { to: ["domain", "db"], typesTo: ["forms", "generated"] },
  storage: { to: ["domain", "settings"] },
  mailer: { to: ["domain", "settings", "log"], typesTo: ["emails"] },
  connectors: { to: ["domain", "settings"] },
  package: { to: ["domain", "messages"] },
  auth: { to: ["domain", "db", "settings", "log"], typesTo: ["generated"] },
  jobs: { to: ["commands", "db", "domain", "emails", "mailer", "storage", "connectors", "package", "settings", "log"] },
  web: {
    to: ["domain", "forms", "auth", "commands", "queries", "storage", "settings", "log"],
    // Counting needs a row, and a notice that belongs to no organisation is sealed into its cookie.
    files: ["lib/db/rate-limit", "lib/db/field-encryption"],
  },
  // What a screen shows is what its query returns: the shape, never the reading.
  components: { to: ["domain", "forms"], typesTo: ["queries"] },
  app: { to: [], allBut: ["db", "generated", "emails", "mailer", "jobs"] },
};

/** The room a path stands in: the folder below lib, or the top folder. */
export function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? second.replace(/\.tsx?$/, "") : top;
}

/** Names that say nothing: whatever is in such a file belongs somewhere. */
export const forbiddenNames: ReadonlySet<string> = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "service",
  "types",
  "constants",
  "index",
  "shared",
]);

/** Files over 250 lines because they are a table; each with its reason. */
export const dataTables: Readonly<Record<string, string>> = {
  "lib/domain/places.ts": "one line for each country and region that a person can live in",
};
