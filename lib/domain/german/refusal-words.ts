// Decides how Habeas says no to a person in German. What only staff can meet is not here: the console is English.
import type { Refusal } from "../refusal";

/** Refusals that a person can meet on the portal. */
export const germanRefusals = {
  not_found: "Das haben wir nicht gefunden.",
  not_open_in_this_state: "Dieser Schritt ist nicht möglich, solange das Anliegen so steht wie jetzt.",
  changed_meanwhile:
    "Während Sie das Anliegen ansahen, hat es sich geändert. Es wurde nichts gespeichert; sehen Sie bitte noch einmal nach.",
  reason_missing: "Bitte nennen Sie den Grund.",
  too_early: "Dafür ist es noch zu früh.",
  already_done: "Das ist schon geschehen.",
  wrong_code: "Dieser Code passt nicht. Sehen Sie in unsere neueste E-Mail, oder fordern Sie einen neuen Code an.",
  code_wanted: "Tippen Sie den Code aus unserem Brief ein: Er steht dort neben dem Link.",
  code_dead: "Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.",
  link_dead: "Dieser Link gilt nicht mehr. Fordern Sie einen neuen an.",
  same_key_other_body:
    "Dieses Formular wurde schon mit anderen Angaben gesendet. Beginnen Sie ein neues Anliegen, wenn Sie etwas anderes möchten.",
  account_other_address:
    "Dieses Konto hat eine andere E-Mail-Adresse als das Anliegen. Melden Sie sich mit dem Konto an, das sie hat, oder zeigen Sie es anders.",
  account_other_person:
    "Sie sind angemeldet, aber dieses Konto läuft nicht auf den Namen dieses Anliegens. Die Anmeldung zeigt nur für Ihre eigenen Daten, wer Sie sind. Melden Sie sich mit Ihrem eigenen Konto an, oder zeigen Sie es anders.",
  account_unverified:
    "Ihr Konto hat noch keine bestätigte E-Mail-Adresse. Bestätigen Sie sie zuerst dort, oder machen Sie ohne Konto weiter.",
  account_not_shown:
    "Die Anmeldung hat nicht geklappt, und es hat sich nichts geändert. Versuchen Sie es noch einmal, oder machen Sie ohne Konto weiter.",
  account_away:
    "Wir erreichen die Anmeldung gerade nicht. Versuchen Sie es in einigen Minuten noch einmal, oder machen Sie ohne Konto weiter.",
  hand_over_dead:
    "Der Weg aus Ihrem Konto wurde schon benutzt oder ist zu alt. Öffnen Sie ihn noch einmal aus Ihrem Konto.",
  address_unclear: "Das ist keine eindeutige E-Mail-Adresse. Schreiben Sie sie wie name@example.com.",
  fresh_proof_missing: "Zeigen Sie bitte noch einmal, dass Sie es sind. Erst danach öffnet sich die Antwort.",
  person_denied: "Die Person hat uns gesagt, dass sie niemanden gebeten hat, für sie zu handeln.",
  same_address: "Unsere Briefe gehen schon an diese Adresse.",
  old_address_first:
    "Wir sagen zuerst der bisherigen Adresse Bescheid. Warten Sie eine Minute, und drücken Sie den Knopf noch einmal.",
  own_address: "Das ist Ihre eigene Adresse. Nennen Sie die der Person, für die Sie handeln.",
  person_asked_enough:
    "Wir haben der Person so oft geschrieben, wie wir es für ein Anliegen tun. Nehmen Sie einen anderen Weg, oder schreiben Sie uns.",
  no_agent: "In diesem Anliegen fragt niemand für eine andere Person.",
  tries_over: "Das wurde zu oft versucht. Nehmen Sie einen anderen Weg, oder schreiben Sie uns.",
  match_failed:
    "Das passt nicht. Prüfen Sie jede Zeile und versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.",
  match_paused:
    "Das wurde mehrmals versucht. Versuchen Sie es in ein paar Stunden wieder, nehmen Sie einen anderen Weg, oder schreiben Sie uns.",
  match_away:
    "Das können wir gerade nicht prüfen. Versuchen Sie es später noch einmal, nehmen Sie einen anderen Weg, oder schreiben Sie uns.",
  no_contest_in_law: "Kein Recht, das für dieses Anliegen gilt, kennt das.",
  contest_open: "Das haben Sie schon verlangt, und wir sehen es uns an.",
  nothing_to_contest:
    "Noch gibt es nichts, das wir noch einmal ansehen könnten. Das geht, sobald wir etwas ablehnen oder zu spät antworten.",
  name_differs: "Schreiben Sie den Namen bitte genau so, wie er im Anliegen steht.",
  task_over: "Das ist schon beantwortet oder zurückgenommen. Es ist nichts mehr zu tun.",
  too_many: "Das waren zu viele Versuche. Warten Sie ein wenig und versuchen Sie es noch einmal.",
} as const satisfies Partial<Record<Refusal, string>>;

/** The sentence of a refusal; a plain one for those that a person never meets. */
export function germanRefusal(refusal: Refusal): string {
  const words: Partial<Record<Refusal, string>> = germanRefusals;
  return words[refusal] ?? "Das ist gerade nicht möglich.";
}
