import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { tryPort } from "./free-port";
import { commandOf } from "./process-identity";
import { StartProblem } from "./start-problem";

const LISTENING = "0A";

/** Numbers of the sockets that listen on a port, out of the text of /proc/net/tcp or tcp6. */
export function listeningSockets(table: string, port: number): string[] {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(ending) && fields[3] === LISTENING)
    .flatMap((fields) => fields[9] ?? []);
}

function readOrNothing<T>(read: () => T, nothing: T): T {
  try {
    return read();
  } catch {
    return nothing;
  }
}

function holderByProc(port: number): number | undefined {
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readOrNothing(() => readFileSync(file, "utf8"), ""));
  const wanted = new Set(
    tables.flatMap((table) => listeningSockets(table, port)).map((socket) => `socket:[${socket}]`),
  );
  if (wanted.size === 0) return undefined;
  const processes = readOrNothing(() => readdirSync("/proc"), []).filter((name) => /^\d+$/.test(name));
  const found = processes.find((pid) =>
    readOrNothing(() => readdirSync(`/proc/${pid}/fd`), []).some((descriptor) =>
      wanted.has(readOrNothing(() => readlinkSync(`/proc/${pid}/fd/${descriptor}`), "")),
    ),
  );
  return found ? Number(found) : undefined;
}

function holderByLsof(port: number): number | undefined {
  const said = spawnSync("lsof", ["-nP", "-t", `-iTCP:${port}`, "-sTCP:LISTEN"], { encoding: "utf8" }).stdout;
  return Number(said?.split("\n")[0]) || undefined;
}

/** The sentence about a port that cannot be had. Pure, so that a test can read it. */
export function portMessage(
  reason: string,
  host: string,
  port: number,
  holder?: { pid: number; command: string },
): string {
  const other = `  PORT=${port === 65_535 ? 3001 : port + 1} npm start`;
  if (reason === "EADDRINUSE") {
    const who = holder
      ? `process ${holder.pid}${holder.command ? ` (${holder.command})` : ""}`
      : "another program of another account";
    const stop = holder ? `Stop it (kill ${holder.pid}), or start on another port:` : "Start on another port:";
    return `Port ${port} on ${host} is taken by ${who}.\n${stop}\n${other}`;
  }
  if (reason === "EACCES")
    return `This account may not use port ${port}. Choose one above 1023:\n  PORT=3000 npm start`;
  if (reason === "EADDRNOTAVAIL" || reason === "ENOTFOUND") {
    return `HOST=${host} is not an address of this machine. Try HOST=127.0.0.1, or HOST=0.0.0.0 for every address.`;
  }
  return `Port ${port} on ${host} cannot be used: ${reason}. Try another:\n${other}`;
}

/** @throws StartProblem saying who has the port, and what to do */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const found = await tryPort(port, host);
  if (typeof found === "number") return;
  const pid = found === "EADDRINUSE" ? (holderByProc(port) ?? holderByLsof(port)) : undefined;
  throw new StartProblem(portMessage(found, host, port, pid ? { pid, command: commandOf(pid) } : undefined));
}
