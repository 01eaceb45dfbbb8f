import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

export type Child = {
  name: string;
  /** Arguments for this same Node.js. */
  args: string[];
  env: () => NodeJS.ProcessEnv;
  /** "inherit" (the default) shows it; "pipe" is for the caller to read. */
  output?: "inherit" | "pipe";
};

/** Starts Node.js in its own process group, so that Ctrl-C reaches only us and we decide the order of stopping. */
export function startChild({ args, env, output = "inherit" }: Omit<Child, "name">): ChildProcess {
  return spawn(process.execPath, args, {
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
    env: env(),
  });
}

/** Asks the whole group to stop, and makes it after `patience` milliseconds. */
export async function stopChild(child: ChildProcess, patience = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const group = -child.pid;
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(group, name);
    } catch {
      // Gone meanwhile.
    }
  };
  const gone = new Promise<void>((settle) => child.once("exit", () => settle()));
  signal("SIGTERM");
  const timer = new AbortController();
  const late = pause(patience, "late", { signal: timer.signal }).catch(() => "cancelled");
  if ((await Promise.race([gone, late])) === "late") signal("SIGKILL");
  timer.abort();
  await gone;
}
