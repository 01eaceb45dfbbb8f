// Decides how the clock's lines read in German. The words of the periods follow the German text of the laws:
// "unverzüglich" (Art. 12(3) GDPR), "Hemmung" is avoided for the everyday "die Frist ruht".
import type { CalendarDate } from "../calendar-date";
import type { Asked, ClockSaying, PauseCondition, PeriodRule, Promptly } from "../clock-saying";

const lastDayTo: Record<PeriodRule, string> = {
  answer: "letzter Tag für die Antwort",
  acknowledge: "letzter Tag, um den Eingang zu bestätigen",
  extension_notice: "letzter Tag, um eine Verlängerung mitzuteilen",
  extended_answer: "letzter Tag für die Antwort nach der Verlängerung",
};

const units = {
  day: ["Kalendertag", "Kalendertage"],
  month: ["Monat", "Monate"],
  business_day: ["Arbeitstag", "Arbeitstage"],
} as const;

const things: Record<Asked, string> = {
  identity: "einen Identitätsnachweis",
  clarification: "eine Klarstellung",
  fee: "die Gebühr",
};

const soon: Record<Promptly, string> = {
  "as soon as feasibly possible": "so bald wie machbar",
  "as soon as reasonably possible": "so bald wie vernünftigerweise möglich",
  "at once in simplified form": "sofort in vereinfachter Form",
  promptly: "zügig",
  "with due diligence": "mit gebotener Sorgfalt",
  "within a reasonable period": "innerhalb angemessener Zeit",
  "without undue delay": "unverzüglich",
};

const conditions: Record<PauseCondition, string> = {
  reasonable_doubts: "begründete Zweifel daran, wer anfragt, unverzüglich geltend gemacht",
  large_quantity: "eine große Menge von Daten über die Person, unverzüglich nachgefragt",
  needed_to_find: "eine Frage, die zum Auffinden der Angaben nötig ist, etwa weil es sehr viele sind",
};

const starts = {
  identity: "die Frist beginnt mit dem Eingang der verlangten Angaben zur Identität",
  fee: "die Frist beginnt mit der Zahlung der Gebühr",
} as const;

const unknownThings = {
  answer: "keine solche Antwort",
  acknowledgement: "keine Eingangsbestätigung",
  extension: "keine Verlängerung",
  appeal: "keinen Rechtsbehelf bei der Organisation",
} as const;

/** The sentence, without its date and its citation; it begins small and ends without a full stop. */
export function germanClock(said: ClockSaying): string {
  switch (said.say) {
    case "received":
      return said.counted === false ? "eingegangen; der Tag selbst zählt nicht mit" : "eingegangen";
    case "starts":
      return starts[said.after];
    case "starts_after_reflection":
      return `am ${day(said.announced)} wurde eine Kostenbeteiligung angekündigt; die Frist beginnt nach ${said.days} Tagen Bedenkzeit`;
    case "not_started":
      return `die Frist hat noch nicht begonnen: sie ruht seit dem ${day(said.since)}, wir warten auf ${things[said.asked]}; 0 Tage verbraucht`;
    case "stopped":
      return `die Frist ruht seit dem ${day(said.since)}, wir warten auf ${things[said.asked]} (${conditions[said.claimed]}); ${days(said.used)} verbraucht; mit der Antwort läuft sie weiter`;
    case "start_asked_too_late":
      return `am ${day(said.on)} um ${things[said.asked]} gebeten, als die Frist am ${day(said.ended)} schon abgelaufen war: der Beginn verschiebt sich nicht`;
    case "pause_too_late":
      return `am ${day(said.on)} um ${things[said.asked]} gebeten, als die Frist schon abgelaufen war: nichts ruht`;
    case "pause_without_effect":
      return `dass am ${day(said.on)} um ${things[said.asked]} gebeten wurde, hält diese Frist nicht an${unclaimed(said.unclaimed)}`;
    case "pause":
      return `am ${day(said.on)} um ${things[said.asked]} gebeten (${conditions[said.claimed]}), am ${day(said.answered)} beantwortet: ${lost(said.days)}`;
    case "remind":
      return "an die Antwort erinnern oder erwägen, das Anliegen als unbeantwortet zu schließen";
    case "no_number":
      return `Antwort ${promptly(said.promptly)}; eine Zahl von Tagen nennt das Recht nicht`;
    case "period":
      return periodText(said);
    case "roll":
      return `der ${day(said.from)} ist ein ${said.over === "weekend" ? "Tag am Wochenende" : "Sonntag"} oder ein Feiertag; die Frist endet am nächsten Tag, der es nicht ist`;
    case "last_day":
      return said.stopped ? `${lastDayTo[said.rule]}: kein Datum, solange die Frist ruht` : lastDayTo[said.rule];
    case "new_date_told":
      return "letzter Tag für die Antwort: das neue Datum, das mitgeteilt wurde";
    case "new_date_open":
      return "offen: das neue Datum muss der Person mitgeteilt werden";
    case "extension_told":
      return "eine Verlängerung wurde der Person rechtzeitig mitgeteilt";
    case "extension_too_late":
      return `eine Verlängerung wurde am ${day(said.on)} mitgeteilt, nach dem ${day(said.last)}: zu spät, es ändert sich nichts`;
    case "not_known":
      return `${said.law} kennt für dieses Anliegen ${unknownThings[said.thing]}`;
  }
}

function unclaimed(condition: PauseCondition | null): string {
  return condition ? `: geltend gemacht wurde nicht: ${conditions[condition]}` : "";
}

function periodText({ count, unit, from, clamped, promptly: wish }: Extract<ClockSaying, { say: "period" }>): string {
  const [one, many] = units[unit];
  const length = `${count} ${count === 1 ? one : many} nach dem ${day(from)}`;
  const whole = clamped ? `${length} (diesen Tag gibt es nicht, daher der letzte des Monats)` : length;
  return wish ? `${promptly(wish)}, spätestens ${whole}` : whole;
}

function promptly(wish: Promptly | null): string {
  return wish ? soon[wish] : "so bald wie möglich";
}

function days(count: number): string {
  return count === 1 ? "1 Tag" : `${count} Tage`;
}

function lost(count: number): string {
  if (count === 0) return "kein Tag geht verloren";
  return count === 1 ? "1 Tag zählt nicht mit" : `${count} Tage zählen nicht mit`;
}

const written = new Intl.DateTimeFormat("de", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `4. Januar 2027`. */
function day(date: CalendarDate): string {
  return written.format(new Date(`${date}T00:00:00Z`));
}
