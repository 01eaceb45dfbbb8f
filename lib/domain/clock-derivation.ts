// Decides every date of one law for one request, with the lines that show how. Nothing here knows a number: laws do.
// Answers to GDPR Art. 12(3) and its sisters; project decisions D1–D9 where a law gives no formula.
import { workingDayBefore } from "./calendar";
import { type CalendarDate, earliest } from "./calendar-date";
import {
  type Clock,
  type ClockFacts,
  type ClockLine,
  type ClockSettings,
  clockLine,
  type Derivations,
  type Period,
} from "./clock-facts";
import { type StoppingPause, sortPauses } from "./clock-pauses";
import { derivePeriod, periodWithoutNumber } from "./clock-period";
import { deriveStart, type Start } from "./clock-start";
import type { AnswerRule, Law, Procedure, Span } from "./law";
import { ruleVersionOn } from "./regimes/rule-versions";
import type { Right } from "./right";

type Governed = {
  readonly law: Law;
  readonly procedure: Procedure;
  readonly right: Right;
  readonly facts: ClockFacts;
  readonly settings: ClockSettings;
};

type Counting = Governed & { readonly start: Start; readonly stopping: readonly StoppingPause[] };

/** The clock of one procedure (the request itself, an appeal, a complaint) under one law. */
export function deriveProcedureClock(given: Governed): Clock {
  const { law, right, facts, settings } = given;
  const { stopping, idle } = sortPauses({ law, right, pauses: facts.pauses });
  const lastDayFrom = (on: CalendarDate) =>
    countDates({ ...given, stopping, start: { on, waiting: null, lines: [] } }).due.end;
  const start = deriveStart({ law, right, facts, lastDayFrom });
  const { derivations, told, due } = countDates({ ...given, stopping, start });
  const acknowledged = derivations.acknowledge ? derivations.acknowledge.lines.slice(-1) : [];
  return {
    regime: law.id,
    ruleVersion: ruleVersionOn(law, facts.received).version,
    name: law.name,
    rights: [right],
    lines: [...start.lines, ...idle, ...acknowledged, ...told.lines, ...due.lines],
    startsOn: start.on,
    acknowledgeBy: derivations.acknowledge?.end ?? null,
    respondBy: derivations.answer.end,
    extensionNoticeBy: derivations.extensionNotice?.end ?? null,
    extendedRespondBy: derivations.extendedAnswer?.end ?? null,
    dueOn: due.end,
    safeOn: due.end && workingDayBefore(due.end, settings.holidays),
    stopped: due.stopped,
    extendable: given.procedure.extension !== null,
    extended: told.period !== null,
    derivations,
  };
}

/** Every period counted from one start, and which of them the answer is due in. */
function countDates(counting: Counting) {
  const derivations: Derivations = {
    answer: deriveAnswer(counting),
    acknowledge: deriveAcknowledgement(counting),
    extensionNotice: deriveNotice(counting),
    extendedAnswer: deriveExtended(counting),
  };
  const told = readExtension(counting, derivations);
  return { derivations, told, due: told.period ?? derivations.answer };
}

function deriveAnswer(counting: Counting): Period {
  const { answer } = counting.procedure;
  const span = answerSpan(answer, counting.settings);
  if (!span) return periodWithoutNumber(answer.promptly, answer.citation);
  return derivePeriod({
    ...periodOf(counting),
    rule: "answer",
    span,
    promptly: answer.promptly,
    citation: answer.citation,
  });
}

/** Confirming receipt is owed from receipt itself: nobody waits for proof or a fee to say "it arrived". */
function deriveAcknowledgement(counting: Counting): Period | null {
  const { acknowledge } = counting.procedure;
  if (!acknowledge) return null;
  return derivePeriod({
    ...periodOf(counting),
    ...acknowledge,
    rule: "acknowledge",
    from: counting.facts.received,
    waiting: null,
    stopping: [],
    promptly: null,
  });
}

function deriveNotice(counting: Counting): Period | null {
  const { extension } = counting.procedure;
  if (!extension) return null;
  const { received, requested } = counting.facts;
  const from = extension.noticeRunsFrom === "start" ? counting.start.on : earliest(received, requested ?? received);
  return derivePeriod({
    ...periodOf(counting),
    rule: "extension_notice",
    from,
    span: extension.notice,
    promptly: null,
    citation: extension.citation,
  });
}

function deriveExtended(counting: Counting): Period | null {
  const { extension } = counting.procedure;
  if (!extension) return null;
  if (extension.total) {
    return derivePeriod({
      ...periodOf(counting),
      rule: "extended_answer",
      span: extension.total,
      promptly: null,
      citation: extension.citation,
    });
  }
  const until = counting.facts.extendedUntil ?? null;
  const said = { say: until ? "new_date_told" : "new_date_open" } as const;
  return { end: until, stopped: null, lines: [clockLine("extended_answer", said, until, extension.citation)] };
}

function periodOf({ start, procedure, stopping, settings }: Counting) {
  return { from: start.on, waiting: start.waiting, roll: procedure.roll, stopping, holidays: settings.holidays };
}

function answerSpan(answer: AnswerRule, settings: ClockSettings): Span | null {
  const { span, setBy } = answer;
  if (!span || setBy === "law") return span;
  if (setBy === "promise") return { ...span, count: settings.promiseDays ?? span.count };
  return { ...span, count: Math.min(settings.publishedPeriodDays ?? span.count, span.count) };
}

/** An extension moves the date only where this law knows it, it was told in time, and it names a date. */
function readExtension(
  { facts, procedure }: Governed,
  { answer, extensionNotice, extendedAnswer }: Derivations,
): { readonly period: Period | null; readonly lines: readonly ClockLine[] } {
  const toldOn = facts.extendedOn;
  if (!toldOn || !procedure.extension || !extensionNotice || !extendedAnswer) return { period: null, lines: [] };
  const { citation } = procedure.extension;
  if (extensionNotice.end && toldOn > extensionNotice.end) {
    const said = { say: "extension_too_late", on: toldOn, last: extensionNotice.end } as const;
    return { period: null, lines: [clockLine("extension_too_late", said, null, citation)] };
  }
  const told = clockLine("extension", { say: "extension_told" }, toldOn, citation);
  const open = extendedAnswer.end === null && extendedAnswer.stopped === null;
  const shortens = extendedAnswer.end && answer.end && extendedAnswer.end < answer.end;
  return { period: open || shortens ? null : extendedAnswer, lines: [told] };
}
