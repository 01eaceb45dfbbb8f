import { createServer } from "node:net";

/** Resolves with the port when it can be listened on, or with the error's code (EADDRINUSE, EACCES, …). */
export function tryPort(port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/** The wished port when it is free on the loopback, else any free one. */
export async function freePort(wished = 0): Promise<number> {
  for (const port of [wished, 0]) {
    const found = await tryPort(port, "127.0.0.1");
    if (typeof found === "number") return found;
  }
  throw new Error("no free port on 127.0.0.1");
}
