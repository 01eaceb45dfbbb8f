import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { commandOf, isAlive } from "./process-identity";
import { StartProblem } from "./start-problem";

/**
 * Clears what a killed start left in the data folder. PostgreSQL itself copes with the lock of a dead process; two cases
 * remain for us: the server outlived its portal (it is asked to stop), and its number now belongs to another program
 * (PostgreSQL would wait for that program for ever; the lock is removed).
 */
export async function clearStalePostgres(data: string, say: (line: string) => void): Promise<void> {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const [first, folder] = readFileSync(lock, "utf8").split("\n");
  const pid = Math.abs(Number(first));
  if (!pid || !isAlive(pid)) return;
  if (folder !== data || !commandOf(pid).includes(data)) {
    say(`The database's lock names process ${pid}, which is another program by now: the lock is removed`);
    rmSync(lock);
    return;
  }
  say(`A database server was left behind by an earlier start (process ${pid}): it is stopped first`);
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited === 10_000) process.kill(pid, "SIGQUIT");
    if (waited >= 20_000) {
      throw new StartProblem(`The database server left behind (process ${pid}) does not stop. Try: kill -QUIT ${pid}`);
    }
    await pause(100);
  }
}
