import { isStaffStep, type StaffStep, stepWords } from "@/components/console/step-words";
import type { Present } from "@/lib/domain/presence";

const doing: Readonly<Partial<Record<StaffStep, string>>> = {
  message: "writing a message",
  note: "writing a note",
  prepare: "preparing the answer",
};

/** "Maria Kern is here, writing a message since 10:42": on the wall clock of the organisation's place. */
export function presenceSentence({ name, since, writing }: Present & { name: string }, timeZone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  if (!writing || !isStaffStep(writing.step)) return `${name} is here since ${clock.format(since)}`;
  const what = doing[writing.step] ?? `at “${stepWords[writing.step].name}”`;
  return `${name} is here, ${what} since ${clock.format(writing.since)}`;
}
