import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import type { EmbeddedDatabase } from "./embedded-database";
import { prepareDatabase } from "./prepare-database";
import { startThrowAwayDatabase } from "./throw-away-database";

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
  const secret = randomBytes(32).toString("base64url");
  let server: EmbeddedDatabase | undefined;
  let cluster: Promise<TestCluster> | undefined;

  async function start(): Promise<TestCluster> {
    server = await startThrowAwayDatabase();
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
  };
}
