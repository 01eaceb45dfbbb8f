import type { ChildProcess } from "node:child_process";
import { type Child, startChild, stopChild } from "./child-process";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const CALM_AFTER_MS = 60_000;

export type KeptChild = { stop(): Promise<void>; restart(): Promise<void> };

/** How long to wait before the next try, given how many tries in a row ended early. Doubles, up to half a minute. */
export function pauseBefore(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempt - 1), LONGEST_PAUSE_MS);
}

/** Starts a process and starts it again whenever it ends by itself, saying so. */
export function keepRunning(child: Child, say: (line: string) => void): KeptChild {
  let running: ChildProcess | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let attempt = 0;
  let wanted = true;

  function start(): void {
    waiting = undefined;
    const startedAt = performance.now();
    const started = startChild(child);
    running = started;
    started.once("error", (error) => say(`The ${child.name} could not be started: ${error.message}`));
    started.once("exit", (code, signal) => {
      if (!wanted || running !== started) return;
      attempt = performance.now() - startedAt > CALM_AFTER_MS ? 1 : attempt + 1;
      const pause = pauseBefore(attempt);
      say(`The ${child.name} ended by itself (${signal ?? `code ${code}`}); it starts again in ${pause / 1000} s`);
      waiting = setTimeout(start, pause);
    });
  }

  async function stop(): Promise<void> {
    wanted = false;
    clearTimeout(waiting);
    if (running) await stopChild(running);
  }

  start();
  return {
    stop,
    async restart() {
      await stop();
      wanted = true;
      attempt = 0;
      start();
    },
  };
}
