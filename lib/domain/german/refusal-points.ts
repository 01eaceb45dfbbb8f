// Decides how it is said in German what a law makes a refusal tell.
import type { RefusalPoint } from "../refusal-points";

export const germanRefusalPoints: Readonly<Record<RefusalPoint, string>> = {
  reasons: "die Gründe",
  reasons_each_part: "die Gründe für jeden Teil, dem nicht entsprochen wurde",
  reasons_for_not_acting: "die Gründe dafür, dass nichts unternommen wird",
  reasons_refusing_limiting_delaying: "die Gründe für Verweigerung, Einschränkung oder Aufschub",
  reasons_unless_unreasonable: "die Gründe, außer das wäre unzumutbar",
  reasons_of_fact_or_law: "oder die tatsächlichen oder rechtlichen Gründe, die entgegenstehen",
  reasons_and_provisions: "ausreichende Gründe und die Vorschriften, auf die sich die Ablehnung stützt",
  justification: "die Begründung der Ablehnung",
  provision: "die Vorschrift, auf die sich die Ablehnung stützt",
  in_writing: "schriftlich",
  complaint_to_authority: "dass eine Beschwerde bei einer Aufsichtsbehörde möglich ist",
  court_remedy: "dass ein gerichtlicher Rechtsbehelf möglich ist",
  not_identifiable: "wenn es so ist: dass die Person anhand der Daten nicht identifiziert werden kann (Art. 11 Abs. 2)",
  complaint_to_us: "dass eine Beschwerde bei der Organisation möglich ist (DPA 2018 s.164A)",
  complaint_to_ico: "dass eine Beschwerde bei der Information Commission (ICO) möglich ist",
  enforceable_in_court: "dass das Recht vor Gericht durchgesetzt werden kann",
  basis_of_denial:
    "ob und warum abgelehnt wird: Vorschrift, Ausnahme oder Tatsachen, es sei denn, das Recht verbietet die Angabe",
  could_not_verify: "wenn es so ist: dass die Identität nicht geprüft werden konnte",
  rest_is_deleted: "bei Löschung: dass der Rest gelöscht wird und das Aufbewahrte zu nichts anderem dient",
  offer_to_opt_out: "bei Löschung: das Angebot des Widerspruchs, wenn Daten verkauft oder geteilt werden",
  treated_as_categories:
    "bei Auskunft: dass sie als Anfrage nach Kategorien behandelt wurde und der Rest mitgeteilt wird",
  why_fraud: "bei Verdacht auf Betrug: warum",
  how_to_appeal: "wie eine nochmalige Prüfung bei der Organisation verlangt werden kann",
  appeal_denied_online:
    "wenn auch diese erfolglos bleibt: die Gründe und wie man sich online beim Generalstaatsanwalt beschwert",
  appeal_denied_contact:
    "wenn auch diese erfolglos bleibt: die Gründe und dass man sich an den Generalstaatsanwalt wenden kann",
  categories_kept: "bei Löschung: welche Kategorien bleiben und die Ausnahme für jede (Rule 4.06)",
  not_the_agent: "entweder, dass die Organisation die Daten nicht verarbeitet, und wer es tut, soweit bekannt",
  recourse: "welche Rechtsbehelfe offenstehen",
  remedies_and_limits: "die Rechtsbehelfe und ihre Fristen",
  help_to_understand: "auf Wunsch Hilfe beim Verstehen der Ablehnung",
  how_to_complain: "wie man sich beschweren kann",
  outcome_in_period: "das Ergebnis, innerhalb der veröffentlichten Frist",
  board_is_next: "dass das Data Protection Board der nächste Schritt ist",
  nothing_of_the_record: "nichts über den Inhalt der Unterlagen",
  complaint_or_court_in_time: "dass eine Beschwerde oder ein Antrag bei Gericht möglich ist, und die Frist dafür",
};
