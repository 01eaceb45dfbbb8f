import pino from "pino";

/** Names that may appear in a log line. What is not listed is dropped, so no typed text can slip in (PRV-11). */
const allowed = new Set([
  "fault",
  "door",
  "task",
  "organisationId",
  "requestId",
  "letterId",
  "fileId",
  "status",
  "reason",
  "kind",
  "attempt",
]);

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, level: process.env.LOG_LEVEL ?? "info" });

export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export function logInfo(message: string, facts: LogFacts = {}): void {
  logger.info(listed(facts), message);
}

/** Logs a fault with its stack. Database errors may quote values, so only their class, code and place are kept. */
export function logFault(message: string, fault: unknown, facts: LogFacts = {}): void {
  const error =
    fault instanceof Error ? { name: fault.name, code: codeOf(fault), stack: placesOf(fault) } : { name: typeof fault };
  logger.error({ ...listed(facts), error }, message);
}

function listed(facts: LogFacts): LogFacts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => allowed.has(key)));
}

function codeOf(fault: Error): string | undefined {
  return "code" in fault ? String(fault.code) : undefined;
}

// The first line of a stack repeats the message, which may quote what somebody typed.
function placesOf(fault: Error): string {
  return (fault.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12)
    .join("\n");
}
