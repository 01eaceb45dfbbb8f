import { personOf } from "@/lib/db/request-store";
import { openGate } from "@/lib/db/test-gate";
import type { Actor } from "@/lib/domain/actor";
import type { RightOutcome } from "@/lib/domain/events";
import { aFile } from "./test-walk";

export const allGranted: readonly RightOutcome[] = [
  { right: "access", outcome: "granted", ground: null },
  { right: "erasure", outcome: "granted", ground: null },
];
export const allRefused: readonly RightOutcome[] = allGranted.map(({ right }) => ({
  right,
  outcome: "refused",
  ground: "not_identified",
}));
export const onFile = { step: "accept_proof", kind: "address_on_file", words: "It is." } as const;

/** A gate at which one person asks twice, for access and erasure; instants are seconds after it opened. */
export async function openTwice() {
  const gate = await openGate();
  const { desk, handler, approver } = gate;
  const at = (seconds: number) => new Date(desk.openedAt.getTime() + seconds * 1000);

  /** Confirmed and begun: what is left to show is that it is the person. */
  async function unproven(person?: { name: string; email: string }) {
    const filed = await desk.file({ rights: ["access", "erasure"], ...(person ? { person } : {}) }, at(60));
    await desk.confirm(filed.id, at(60));
    await desk.step(handler, filed.id, { step: "begin" }, at(60));
    return filed;
  }

  async function answered() {
    const filed = await unproven();
    const file = aFile();
    await desk.step(handler, filed.id, onFile, at(61));
    await desk.step(
      handler,
      filed.id,
      { step: "prepare", words: "Here.", outcomes: allGranted, files: [file] },
      at(62),
    );
    const released = await desk.step(approver, filed.id, { step: "release" }, at(63));
    if (!released.ok) throw new Error(released.refusal);
    return { ...filed, file, shown: await desk.showAnew(filed.person, at(64)) };
  }

  /** A request that was proven and answered, and one more by the same person that has shown nothing yet. */
  async function two() {
    const first = await answered();
    const person = personOf(await desk.look(first.id));
    if (!person) throw new Error("the person is held");
    return { first, second: await unproven(person) };
  }

  function note(id: string, of: string, actor: Actor = handler) {
    return desk.step(actor, id, { step: "note_duplicate", of }, at(90));
  }
  return { ...gate, at, unproven, answered, two, note };
}
