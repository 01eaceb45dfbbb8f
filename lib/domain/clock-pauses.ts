// Decides which days a pause takes out of a period. EU: the days after asking; UK: the day of asking too. No day twice.
// Answers to EDPB Guidelines 01/2022 §159 (project decision D1) and UK GDPR Art. 12A (project decision D2).
import { type CalendarDate, daysBetween, latest, plusDays, plusMonths } from "./calendar-date";
import { type ClockLine, clockLine, type Pause, type Stop } from "./clock-facts";
import type { ClockSaying, PauseCondition } from "./clock-saying";
import { type Citation, type ClaimedPause, type Law, type PauseGround, type PauseRule, read } from "./law";
import { isNeverVerified } from "./proof-policy";
import type { Right } from "./right";

/** A recorded pause together with the rule that lets it stop the clock. */
export type StoppingPause = { readonly pause: Pause; readonly rule: ClaimedPause };

const ownWait = read("project decision D7");

/**
 * The rule by which this ground touches this law's clock for this right; null when the law knows none. A right that needs
 * no proof never waits for one, whatever else the same request asks for.
 */
export function pauseRuleFor(law: Law, right: Right, ground: PauseGround): PauseRule | null {
  const rule = law.pauses.find((one) => one.ground === ground);
  if (!rule || (ground === "identity" && isNeverVerified(right))) return null;
  return rule.rights === "every" || rule.rights.includes(right) ? rule : null;
}

/** Sorts the recorded pauses into those that stop the clock, oldest first, and lines for those that do not. */
export function sortPauses({ law, right, pauses }: { law: Law; right: Right; pauses: readonly Pause[] }): {
  readonly stopping: readonly StoppingPause[];
  readonly idle: readonly ClockLine[];
} {
  const stopping: StoppingPause[] = [];
  const idle: ClockLine[] = [];
  for (const pause of [...pauses].sort((a, b) => daysBetween(b.from, a.from))) {
    const rule = pauseRuleFor(law, right, pause.ground);
    if (!rule) idle.push(idleLine(pause, null, law.nothingElseStops));
    else if (rule.effect === "starts_over") continue;
    else if (!pause.suspends) idle.push(idleLine(pause, rule.condition, rule.citation));
    else stopping.push({ pause, rule });
  }
  return { stopping, idle };
}

function idleLine({ ground, from }: Pause, unclaimed: PauseCondition | null, citation: Citation): ClockLine {
  const said = { say: "pause_without_effect", asked: ground, on: from, unclaimed } as const;
  return clockLine("pause_without_effect", said, null, citation);
}

/** What asking does to the clock of one law. */
export type AskingEffect = { readonly law: Law; readonly rule: PauseRule };

/** Every law in which asking on this ground touches a clock of this request. Empty: asking stops nothing. */
export function effectsOfAsking(
  laws: readonly Law[],
  rights: readonly Right[],
  ground: PauseGround,
): readonly AskingEffect[] {
  return laws.flatMap((law) => {
    const [rule] = rights.flatMap((right) => pauseRuleFor(law, right, ground) ?? []);
    return rule ? [{ law, rule }] : [];
  });
}

/**
 * Moves `base` by the days that the pauses take out of the period that starts on `from`.
 * `lastDay` gives the day on which the period really ends (after rolling): who asks later than that stops nothing.
 */
export function movePastPauses({
  from,
  base,
  stopping,
  lastDay,
}: {
  from: CalendarDate;
  base: CalendarDate;
  stopping: readonly StoppingPause[];
  lastDay: (end: CalendarDate) => CalendarDate;
}): { readonly end: CalendarDate; readonly stopped: Stop | null; readonly lines: readonly ClockLine[] } {
  const lines: ClockLine[] = [];
  let end = base;
  let lost = 0;
  let lostUntil = from;
  for (const { pause, rule } of stopping) {
    if (pause.from > lastDay(end)) {
      const said = { say: "pause_too_late", asked: pause.ground, on: pause.from } as const;
      lines.push(clockLine("pause_too_late", said, null, rule.citation));
      continue;
    }
    const first = latest(firstLostDay(pause, rule), plusDays(lostUntil, 1));
    if (pause.to === null) {
      const used = Math.max(0, daysBetween(from, first) - 1 - lost);
      return {
        end,
        stopped: { since: pause.from, ground: pause.ground },
        lines: [...lines, ...openLines(pause, rule, used)],
      };
    }
    const taken = Math.max(0, daysBetween(first, pause.to) + 1);
    lost += taken;
    lostUntil = latest(lostUntil, pause.to);
    end = plusDays(end, taken);
    lines.push(clockLine("pause", closed({ pause, rule }, pause.to, taken), end, rule.citation));
  }
  return { end, stopped: null, lines };
}

function closed({ pause, rule }: StoppingPause, answered: CalendarDate, days: number): ClockSaying {
  return { say: "pause", asked: pause.ground, claimed: rule.condition, on: pause.from, answered, days };
}

function firstLostDay(pause: Pause, rule: ClaimedPause): CalendarDate {
  return rule.effect === "stops_after_asking" ? plusDays(pause.from, 1) : pause.from;
}

function openLines(pause: Pause, rule: ClaimedPause, used: number): readonly ClockLine[] {
  const said = { say: "stopped", asked: pause.ground, claimed: rule.condition, since: pause.from, used } as const;
  const remindOn = plusMonths(pause.from, 1);
  return [
    clockLine("pause_reminder", { say: "remind" }, remindOn, rule.wait ?? ownWait),
    clockLine("stopped", said, null, rule.citation),
  ];
}
