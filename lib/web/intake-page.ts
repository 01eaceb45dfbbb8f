import "server-only";
import { redirect } from "next/navigation";
import { applicableRegimes } from "@/lib/domain/applicable-regimes";
import { localDay } from "@/lib/domain/calendar-date";
import type { RegimeId } from "@/lib/domain/regime";
import { firstOpenQuestion, questionsFor } from "@/lib/forms/intake";
import type { Intake, Question } from "@/lib/forms/intake-question";
import { one, type Typed } from "@/lib/forms/kept-values";
import type { Organisation } from "@/lib/queries/organisation";
import { keptHere } from "./portal-page";

/** The kept form that holds every answer until it is sent. */
export const askForm = "ask";

export function intakeOf(organisation: Organisation, values: Typed | null): Intake {
  const { rights, child } = organisation.profile;
  return { offered: rights.map(({ right }) => right), child, values: values ?? {} };
}

/** Laws of the place that was told; none before it was. */
export function lawsOfPlace({ profile }: Organisation, { values }: Intake): readonly RegimeId[] {
  const [country, region] = [one(values, "country"), one(values, "region")];
  if (country === "") return [];
  return applicableRegimes({ country, region: region || null }, profile, localDay(new Date(), profile.timeZone));
}

/** The answers so far; a browser that has none is sent to the first question. */
async function intakeHere(organisation: Organisation): Promise<Intake> {
  const kept = await keptHere(organisation, askForm);
  if (!kept) redirect(`/${organisation.slug}/ask?gone=1`);
  return intakeOf(organisation, kept.values);
}

/** The same for one question, which must belong to this journey and have no open one before it. */
export async function intakeAt(organisation: Organisation, question: Question): Promise<Intake> {
  const intake = await intakeHere(organisation);
  const questions = questionsFor(intake);
  const open = firstOpenQuestion(intake);
  const reached = open === null ? questions.length : questions.indexOf(open);
  const at = questions.indexOf(question);
  if (at === -1 || at > reached) redirect(`/${organisation.slug}/ask/${open ?? "check"}`);
  return intake;
}
