import "server-only";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Connector } from "@/lib/domain/systems/system-question";
import { SettingsMistake, settings, systemConnection, systemSecret } from "@/lib/settings";
import { fileConnector, tryFile } from "./file-connector";
import { httpConnector, tryHttp } from "./http-connector";
import { openMysql } from "./mysql-session";
import type { Outbound } from "./outbound";
import { openPostgres } from "./postgres-session";
import { type SqlSystem, sqlConnector, trySql } from "./sql-connector";

/** What asking needs beyond the register. `slug`: whose system it is; it may use variables and files of that one alone. */
export type Asking = { slug: string; callBack: string | null };

type Asked = Pick<RegisteredSystem, "askedBy" | "identifiers">;

/**
 * How this system is asked. A manual one is heard by the letter that its task sends, and answers when its owner does.
 * @throws SystemUnanswered where a variable is not set
 */
export function connectorOf(system: Asked, { slug, callBack }: Asking): Connector {
  const { askedBy } = system;
  switch (askedBy.kind) {
    case "manual":
      return async () => ({ kind: "pending" });
    case "http":
      return httpConnector({ ...httpSystem(askedBy, slug), callBack });
    case "sql":
      return sqlConnector(sqlSystem(askedBy, { ...system, slug }));
    case "file":
      return fileConnector({ ...askedBy, dataDir: settings().dataDir, slug });
  }
}

/**
 * Tries out what was registered: reaches the system, has its statements planned, looks at titles of columns. No record is
 * read or changed. @throws SystemUnanswered with what an administrator can mend
 */
export async function trySystem(system: Asked, slug: string, now: Date): Promise<void> {
  const { askedBy } = system;
  if (askedBy.kind === "http") await tryHttp({ ...httpSystem(askedBy, slug), slug }, now);
  if (askedBy.kind === "sql") await trySql(sqlSystem(askedBy, { ...system, slug }));
  if (askedBy.kind === "file") await tryFile({ ...askedBy, dataDir: settings().dataDir, slug });
}

/** Which hosts this installation lets anybody ask. */
export function outbound(): Outbound {
  const { outboundHosts, outboundPrivateHosts } = settings();
  return { hosts: outboundHosts, privateHosts: outboundPrivateHosts };
}

function httpSystem({ url, secretVariable }: Extract<RegisteredSystem["askedBy"], { kind: "http" }>, slug: string) {
  return { url, secret: isSet(() => systemSecret(slug, secretVariable)), outbound: outbound() };
}

function sqlSystem(
  { engine, connectionVariable, statements }: Extract<RegisteredSystem["askedBy"], { kind: "sql" }>,
  { slug, identifiers }: { slug: string; identifiers: readonly string[] },
): SqlSystem {
  const connection = isSet(() => systemConnection(slug, connectionVariable));
  const open = engine === "mysql" ? openMysql : openPostgres;
  return { engine, statements, identifiers, open: () => open(connection) };
}

/** A setting that is missing stops this system and says so; it does not stop the desk. */
function isSet<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof SettingsMistake) throw new SystemUnanswered("not_set", fault.message);
    throw fault;
  }
}
