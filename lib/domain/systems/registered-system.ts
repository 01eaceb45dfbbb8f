// Decides what an organisation says of each place where its data lives.
// Answers to GDPR Art. 30(1)(c)–(f): categories of data, recipients, time limits, and who answers for the place.
import type { Verb } from "./system-question";

/** How it is asked. Secrets are never here: `…Variable` names the environment variable that has one. */
export type AskedBy =
  /** A task for the owner, by a link in a letter. `instructions` say what to look up. */
  | { kind: "manual"; instructions?: string }
  /** A signed POST to `url`; the answer comes at once or by a call-back. */
  | { kind: "http"; url: string; secretVariable: string }
  /** Statements with named parameters (`:email`), by verb and category, over the connection in the variable. */
  | { kind: "sql"; engine: "postgresql" | "mysql"; connectionVariable: string; statements: Statements }
  /** A CSV or JSON file below the data folder, with the column or field that each identifier stands in. */
  | {
      kind: "file";
      path: string;
      format: "csv" | "json";
      category: string;
      identifierFields: Readonly<Record<string, string>>;
    };

export type Statements = Readonly<Partial<Record<Verb, Readonly<Record<string, string>>>>>;

/** One row of the register. `order`: in an erasure, lower ones come first (what points at others before what is pointed at). */
export type RegisteredSystem = {
  id: string;
  name: string;
  /** Who answers for it: a department, and where its tasks are sent. */
  owner: { name: string; email?: string };
  categories: readonly string[];
  /** Ids of the profile's recipients that get data from here (Art. 19). */
  recipients: readonly string[];
  /** What it finds people by. */
  identifiers: readonly string[];
  askedBy: AskedBy;
  order: number;
};
