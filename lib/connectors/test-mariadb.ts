import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { freePort } from "@/scripts/free-port";

const places = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
const found = (name: string) => places.map((place) => join(place, name)).find((path) => existsSync(path));

/** The server's program; undefined on a machine without one, where tests say that they were left out. */
export const mariadbProgram = found("mariadbd");

export type TestMariaDb = {
  /** An empty database, and an account in it that may do only what `grants` say; each is one statement as root. */
  database(statements: readonly string[]): Promise<{ connection: string; root: string; account: string }>;
  stop(): Promise<void>;
};

/** A real MariaDB in a folder of its own, reachable on the loopback alone, gone after `stop`. */
export async function startMariaDb(): Promise<TestMariaDb> {
  const program = mariadbProgram;
  const installer = found("mariadb-install-db");
  if (!program || !installer) throw new Error("no MariaDB server is installed");
  const folder = mkdtempSync(join(tmpdir(), "habeas-mariadb-"));
  const data = join(folder, "data");
  const account = process.getuid?.() === 0 ? ["--user=root"] : [];
  const quick = ["--auth-root-authentication-method=normal", "--skip-test-db"];
  const made = spawnSync(installer, ["--no-defaults", `--datadir=${data}`, ...account, ...quick], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stderr}${made.stdout}`);
  const port = await freePort();
  const server = spawn(program, [
    "--no-defaults",
    `--datadir=${data}`,
    `--socket=${join(folder, "socket")}`,
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-buffer-pool-size=16M",
    ...account,
  ]);
  await untilReady(server);
  const root = `mysql://root@127.0.0.1:${port}`;
  let databases = 0;
  return {
    async database(statements) {
      databases += 1;
      const name = `customer_${databases}`;
      const client = await createConnection({ uri: root });
      try {
        await client.query(`create database ${name}`);
        await client.query(`create user ${name}@'127.0.0.1' identified by 'only-for-a-test'`);
        await client.query(`use ${name}`);
        for (const statement of statements) await client.query(statement.replaceAll("$account", `${name}@'127.0.0.1'`));
      } finally {
        await client.end();
      }
      return {
        connection: `mysql://${name}:only-for-a-test@127.0.0.1:${port}/${name}`,
        root: `${root}/${name}`,
        account: `${name}@'127.0.0.1'`,
      };
    },
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("ready for connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`mariadbd ended with ${code}: ${said.slice(-2_000)}`)));
  });
}
