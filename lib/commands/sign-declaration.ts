import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, personOf, todayAt } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { declarationText, signs } from "@/lib/domain/declaration";
import type { Language } from "@/lib/domain/language";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { declarationWanted } from "@/lib/domain/request-proofs";
import { type StepTaken, takeStep } from "./take-step";

/**
 * The person signs the declaration by typing their name. What they signed is kept word for word with the request, as the law
 * wants it kept (11 CCR §7062(c)), and goes with it.
 */
export async function signDeclaration(
  actor: PersonActor,
  input: { organisation: Organisation; name: string; language: Language },
  now: Date,
): Promise<StepTaken | Refused> {
  const { organisation, language } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const stored = await inOrganisation(organisation.id, (scope) =>
    loadRequest(scope, organisation, { id: actor.requestId }),
  );
  const person = stored && personOf(stored);
  if (!stored || !person) return refuse("not_found");
  if (!declarationWanted(stored.facts)) return refuse("proof_more_than_needed");
  if (!signs(input.name, person.name)) return refuse("name_differs");
  const declared = {
    name: input.name.trim(),
    organisation: organisation.profile.name,
    reference: stored.reference,
    day: todayAt(organisation, now),
  };
  const words = declarationText(declared, language).join("\n\n");
  const change = { step: "prove", kind: "declaration", by: "declaration", words } as const;
  return takeStep(actor, { organisation, request: { id: actor.requestId }, change }, now);
}
