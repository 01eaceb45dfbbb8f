import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { clusterRecord, dataFolderOf } from "./cluster-record";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { prepareDatabase } from "./prepare-database";

declare module "vitest" {
  interface ProvidedContext {
    testDatabaseDoor: string;
    testSecret: string;
  }
}

/** What a test file needs to make its own copy of the migrated template. */
export type TestCluster = { ownerUrl: string; appUrl: string };

/**
 * One throw-away PostgreSQL for the whole run, started when the first test asks for it: most runs of a single file are
 * about the pure domain and need none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "habeas-test-"));
  const secret = randomBytes(32).toString("base64url");
  let server: EmbeddedDatabase | undefined;
  let cluster: Promise<TestCluster> | undefined;

  async function start(): Promise<TestCluster> {
    server = await startEmbeddedDatabase({ folder: join(folder, "database"), durable: false, say: () => {} });
    const appUrl = await prepareDatabase({ ownerUrl: server.ownerUrl, secret, say: () => {} });
    return { ownerUrl: server.ownerUrl, appUrl };
  }

  const door = createServer((_, answer) => {
    cluster ??= start();
    cluster.then(
      (found) => answer.end(JSON.stringify(found)),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
  project.provide("testDatabaseDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  project.provide("testSecret", secret);

  return async () => {
    door.close();
    await cluster?.catch(() => {});
    await server?.stop();
    const data = dataFolderOf(join(folder, "database"), clusterRecord(join(folder, "database")));
    rmSync(dirname(data), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}
