import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ExportedRow, SystemAnswer, SystemQuestion } from "@/lib/domain/systems/system-question";

/** A real server on the loopback, for as long as a test file runs. */
export function testServers() {
  const open: Server[] = [];
  return {
    async served(answer: RequestListener): Promise<{ port: number; url: string }> {
      const server = createServer(answer);
      open.push(server);
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const { port } = server.address() as AddressInfo;
      return { port, url: `http://127.0.0.1:${port}/ask` };
    },
    close() {
      for (const server of open.splice(0)) server.close().closeAllConnections();
    },
  };
}

export type Heard = { headers: IncomingHttpHeaders; body: string };

/** Reads what was posted, then lets `then` answer. */
export function hearing(then: (heard: Heard, answer: Parameters<RequestListener>[1]) => void): RequestListener {
  return (asked, answer) => {
    let body = "";
    asked.setEncoding("utf8").on("data", (piece: string) => {
      body += piece;
    });
    asked.on("end", () => then({ headers: asked.headers, body }, answer));
  };
}

export function aQuestion(given: Partial<SystemQuestion> = {}): SystemQuestion {
  return {
    effectKey: "task-1:export",
    organisation: "acme",
    reference: "ACM-1",
    verb: "export",
    identifiers: { email: "robin@example.com", customer_number: "A-1" },
    categories: ["customers", "orders"],
    ...given,
  };
}

export async function rowsIn(answer: SystemAnswer): Promise<ExportedRow[]> {
  if (answer.kind !== "done" || !answer.rows) throw new Error(`no rows in ${JSON.stringify(answer)}`);
  const rows: ExportedRow[] = [];
  for await (const row of answer.rows) rows.push(row);
  return rows;
}
