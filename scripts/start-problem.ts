/**
 * Something outside the program stops it from starting (a port, a setting, a folder). Its message is written for the
 * person at the keyboard: what is wrong, then what to do. Printed without a stack; the process ends with 1.
 */
export class StartProblem extends Error {
  override name = "StartProblem";
}
