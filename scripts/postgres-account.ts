import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { StartProblem } from "./start-problem";

/** The account that PostgreSQL runs under when the portal itself is root, which PostgreSQL refuses to be. */
export type PostgresAccount = { uid: number; gid: number };

const OWN_ACCOUNT = "habeas-postgres";

function accountNamed(name: string): PostgresAccount | undefined {
  const id = (flag: string) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || Number.NaN);
  const account = { uid: id("-u"), gid: id("-g") };
  return account.uid > 0 && account.gid > 0 ? account : undefined;
}

/**
 * Undefined for an ordinary user, who simply runs PostgreSQL as themselves. For root: the owner of a data folder that
 * exists already, else an account of our own (made on first use), else one that every system has.
 */
export function postgresAccount(dataFolder: string): PostgresAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = accountNamed(OWN_ACCOUNT);
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_ACCOUNT]);
  const account = accountNamed(OWN_ACCOUNT) ?? accountNamed("postgres") ?? accountNamed("nobody");
  if (!account) {
    throw new StartProblem(
      "PostgreSQL refuses to run as root, and no other account could be made.\n" +
        "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return account;
}

/** Whether that account can enter the folder, however the parents' modes, groups or access lists come about. */
export function canEnter(account: PostgresAccount, folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}
