// Decides how it is said in German how long something is kept: the organisation's schedule, and what a request gathers.
import type { CalendarDate } from "../calendar-date";
import {
  answerFilesDays,
  identityPaperDays,
  type Keeper,
  type RequestData,
  type RequestRetentionLine,
  requestRetention,
  retentionMonths,
} from "../request-retention";
import type { KeepingRule, Period } from "../retention-rule";

/** "90 Tage nach dem Ende Ihres Kontos". What has no end that can be counted stays in the organisation's own words. */
export function germanKeepingRule(rule: KeepingRule): string {
  switch (rule.kind) {
    case "after_account_end":
      return `${counted(rule.days, "Tag", "Tage")} nach dem Ende Ihres Kontos`;
    case "from_creation":
      return `${periodInWords(rule.period)} ab dem Tag der Aufzeichnung`;
    case "until_withdrawal_or":
      return `bis Sie widerrufen, oder ${periodInWords(rule.period)} nachdem wir zuletzt von Ihnen gehört haben`;
    case "while":
      return rule.text;
  }
}

function periodInWords(period: Period): string {
  if ("days" in period) return counted(period.days, "Tag", "Tage");
  if ("months" in period) return counted(period.months, "Monat", "Monate");
  return counted(period.years, "Jahr", "Jahre");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same lines as `requestRetention` gives in English. */
export function germanRequestRetention(profile: Keeper, closedOn: CalendarDate | null): RequestRetentionLine[] {
  const words = dataWords(retentionMonths(profile));
  return requestRetention(profile, closedOn).map((line) => {
    const [name, because] = words[line.category];
    return { ...line, name, because };
  });
}

/** What each kind is called, and why it goes when it goes. `months`: how long the request itself is kept. */
function dataWords(months: number): Readonly<Record<RequestData, readonly [name: string, because: string]>> {
  const kept = `${months} Monate nach dem Abschluss, oder nach der Antwort, wenn niemand abschließt, um zeigen zu können, wie wir geantwortet haben.`;
  return {
    identity_documents: [
      "Kopien von Dokumenten, die zeigen, wer Sie sind",
      `Vernichtet, sobald wir entschieden haben, spätestens ${identityPaperDays} Tage nachdem Sie sie gesendet haben. Wir behalten nur, dass geprüft wurde, und eine aus der Datei berechnete Zahl, die zeigt, ob dieselbe Datei noch einmal kommt.`,
    ],
    drafts: [
      "Was Sie eingegeben und nicht gesendet haben, und die Codes in unseren Briefen",
      "Eingegebener Text geht nach einem Tag, Codes, sobald der Brief gesendet ist.",
    ],
    answer_files: [
      "Die Dateien unserer Antwort, und was unsere Systeme dafür gegeben haben",
      `${answerFilesDays} Tage nach dem Abschluss, damit Sie sie abholen können. Schließt niemand ab, gehen sie mit dem, was wir geschrieben haben; was Systeme für ein Anliegen gegeben haben, das Sie zurückziehen, geht sofort.`,
    ],
    messages: ["Was Sie und wir geschrieben haben, und die Dateien dazu", kept],
    contact: ["Ihr Name und wie wir Sie erreichen", kept],
    skeleton: [
      "Kalendertage, Art des Anliegens und Ergebnis, ohne Ihren Namen und Ihre Adresse",
      "Solange wir Anliegen zählen und beweisen, dass das Protokoll nicht verändert wurde. Niemand ist darin genannt.",
    ],
  };
}
