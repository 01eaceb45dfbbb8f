import "server-only";

const second = 1000;
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** How long and how much any system may take, whichever way it is asked. A slow or boundless one fails and is asked again. */
export const connectorLimits = {
  /** Milliseconds until a connection stands. */
  connect: 10 * second,
  /** Until the first byte of an answer comes, and between any two pieces of it. */
  silence: 30 * second,
  /** Until a statement ends. */
  statement: 60 * second,
  /** Bytes of an answer without rows. */
  answer: 64 * kilobyte,
  /** Bytes of one row. */
  row: megabyte,
  /** Bytes of all rows that a system sends for one question. */
  rows: 8 * 1024 * megabyte,
  /** Rows that are fetched at once. */
  batch: 500,
  /** Bytes of a JSON file, which has to be read whole. */
  wholeFile: 64 * megabyte,
  /** Characters of a reason that a system gives. */
  reason: 300,
} as const;
