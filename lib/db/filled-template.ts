import "server-only";
import { readLanguage } from "@/lib/domain/language";
import { filledTemplate } from "@/lib/domain/letter-template";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { templateValues } from "@/lib/domain/template-values";
import { personOf, type StoredRequest } from "./request-store";

/** A template's text with what this request says in each blank; a blank without a value stays. */
export function filledFor(stored: StoredRequest, text: string): string {
  const { organisation, facts, reference, row } = stored;
  const person = personOf(stored);
  const about = {
    ...{ reference, organisation: organisation.profile.name },
    name: person?.askerName ?? person?.name ?? null,
    rights: facts.rights.map(({ right }) => right),
    receivedOn: facts.receivedOn,
    dueOn: requestClock(facts, clockSettingsOf(organisation, facts)).dueOn,
  };
  return filledTemplate(text, templateValues(about, readLanguage(row.language)));
}
