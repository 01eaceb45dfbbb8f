import { createConnection } from "mysql2/promise";
import pg from "pg";
import type { Engine } from "@/lib/domain/systems/statement";
import { type FreshDatabase, freshDatabase } from "@/scripts/test-database";
import { openMysql } from "./mysql-session";
import { openPostgres } from "./postgres-session";
import type { OpenSql } from "./sql-session";
import { mariadbProgram, startMariaDb, type TestMariaDb } from "./test-mariadb";

const tables = [
  "create table customer (id int primary key, email varchar(200), name varchar(200), vip boolean, born date, weight numeric(20,5), stopped boolean not null default false)",
  "create table orders (id int primary key, customer_id int not null, total numeric(12,2), note text)",
  "create table habeas_effect (effect_key varchar(200) primary key, counts text not null, done_at timestamp not null default current_timestamp)",
  "create table secret (id int)",
];
export const people = [
  "insert into customer values (1, 'robin@example.com', 'Robin Canary', true, '1990-04-03', 12345678901234.12345, false)",
  "insert into customer values (2, 'other@example.com', 'Other', false, null, null, false)",
  "insert into customer values (3, '', 'Nobody', null, null, null, false)",
  "insert into orders values (10, 1, 9.90, 'a'), (11, 1, 20.00, null), (12, 2, 5.00, 'x')",
];
const grants = (account: string) => [
  `grant select, update, delete on customer to ${account}`,
  `grant select, delete on orders to ${account}`,
  `grant select, insert on habeas_effect to ${account}`,
];
/** A database of an organisation: as its account opens it, and as its owner sees it. */
export type CustomerDatabase = {
  account: string;
  open: () => ReturnType<OpenSql>;
  asOwner(sql: string): Promise<Record<string, unknown>[]>;
};

/** The same customers on a real server of each kind; MariaDB where this machine has one. */
export function customerDatabases() {
  let postgres: FreshDatabase | undefined;
  let mariadb: TestMariaDb | undefined;

  async function postgresPlace(): Promise<CustomerDatabase> {
    postgres = await freshDatabase();
    const { ownerUrl, appUrl } = postgres;
    const asOwner = async (sql: string) => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    };
    const account = decodeURIComponent(new URL(appUrl).username);
    for (const sql of [...tables, ...people, "revoke all on secret from public", ...grants(account)])
      await asOwner(sql);
    return { open: () => openPostgres(appUrl), asOwner, account };
  }

  async function mariadbPlace(): Promise<CustomerDatabase> {
    mariadb = await startMariaDb();
    const { connection, root, account } = await mariadb.database([...tables, ...people, ...grants("$account")]);
    const asOwner = async (sql: string) => {
      const client = await createConnection({ uri: root });
      try {
        const [rows] = await client.query(sql);
        return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
      } finally {
        await client.end();
      }
    };
    return { open: () => openMysql(connection), asOwner, account };
  }

  const left = mariadbProgram ? "" : " (LEFT OUT: no mariadbd on this machine)";
  const engines: [string, Engine, () => Promise<CustomerDatabase>, boolean][] = [
    ["PostgreSQL", "postgresql", postgresPlace, true],
    [`MariaDB${left}`, "mysql", mariadbPlace, mariadbProgram !== undefined],
  ];
  return {
    engines,
    async close() {
      await postgres?.close();
      await mariadb?.stop();
    },
  };
}
