import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { pauseBefore } from "./keep-running";

type Say = (line: string) => void;

export type PortalDatabase = { ownerUrl: string; stop(): Promise<void> };

/**
 * The embedded database for as long as the portal runs: when the server ends by itself it is started again.
 *
 * @param onMoved told the new connection string when it had to come back on another port
 */
export async function keepDatabase(
  dataFolder: string,
  say: Say,
  onMoved: (ownerUrl: string) => void,
): Promise<PortalDatabase> {
  const folder = join(dataFolder, "database");
  let wanted = true;
  let server = await startEmbeddedDatabase({ folder, say });

  async function watch(watched: EmbeddedDatabase): Promise<void> {
    await watched.gone;
    for (let attempt = 1; wanted; attempt += 1) {
      say(`The database ended by itself; it starts again. Its words are in ${join(folder, "postgresql.log")}`);
      await pause(pauseBefore(attempt));
      if (!wanted) return;
      try {
        server = await startEmbeddedDatabase({ folder, say });
      } catch (error) {
        say(String(error instanceof Error ? error.message : error));
        continue;
      }
      if (server.ownerUrl !== watched.ownerUrl) onMoved(server.ownerUrl);
      void watch(server);
      return;
    }
  }

  void watch(server);
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      wanted = false;
      await server.stop();
    },
  };
}
