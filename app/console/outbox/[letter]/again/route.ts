import { type Desk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { sendLetterAgain } from "@/lib/commands/send-letter-again";
import { isLetterId, outboxFormKey, sendAgainForm } from "@/lib/forms/console-outbox";
import { formPost } from "@/lib/web/form-post";

type AgainGate = Desk & { letterId: string };

export const POST = formPost({
  name: "send a letter again",
  actor: "staff",
  limit: { count: 120, seconds: 60 },
  gate: async (params: { letter: string }, http, typed) =>
    (await signedOutAnswer(http, typed)) ?? againGate(params.letter),
  place: ({ staff }: AgainGate) => ({
    organisationId: staff.organisationId,
    form: outboxFormKey,
    page: "/console/outbox",
  }),
  schema: () => sendAgainForm,
  run: async ({ staff, organisation, letterId }, { status }, { now }) => {
    const again = await sendLetterAgain(staff, { organisation, letterId }, now);
    return again.ok ? { ok: true, to: `/console/outbox?${status ? `status=${status}&` : ""}done=again` } : again;
  },
});

async function againGate(letterId: string): Promise<AgainGate | null> {
  if (!isLetterId(letterId)) return null;
  const desk = await postingDesk();
  return desk && { ...desk, letterId };
}
