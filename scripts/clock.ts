// The door of `npm run clock`. npm changes the folder: the path is meant from where the command was typed.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runClock } from "./clock-command";

const from = process.env.INIT_CWD ?? process.cwd();
const { out, problem, code } = runClock(process.argv.slice(2), (path) => readFileSync(resolve(from, path), "utf8"));
process.stdout.write(out);
process.stderr.write(problem);
process.exitCode = code;
