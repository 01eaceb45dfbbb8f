import { inOrganisation } from "@/lib/db/organisation-scope";
import { askAddressChange, stopAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { recordLetter } from "./record-letter";
import { type Done, ended, live, type Move, someBrowser } from "./test-gate-proving";
import type { Walk } from "./test-gate-world";

/** The new mailbox answers, after the warning to the old one has left: so everything that was shown is worth nothing. */
async function answerFromNewAddress(walk: Walk): Promise<Done> {
  const { organisation, id, now } = walk;
  await letWarningLeave(walk);
  await walk.collectPost();
  const letter = walk.letter(walk.boxes.next, "confirm_new_address");
  if (!letter) return null;
  walk.actAs("asker");
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const done = await confirmNewAddress(
    visitor,
    { organisation, token: letter.token, code: letter.code, askedHere: null },
    now,
  );
  letter.read = true;
  if (!done.ok) return done;
  walk.keepBrowser(done.session, "asker");
  walk.boxes.asker = walk.boxes.next;
  walk.boxes.next = `n.${walk.chain.length}.${id}@example.com`;
  walk.moving = false;
  return done;
}

async function letWarningLeave({ organisation, id, now }: Walk): Promise<void> {
  const system = { kind: "system", organisationId: organisation.id, task: "send_letter" } as const;
  const where = { requestId: id, kind: "address_change_asked", status: "queued" };
  const waiting = await inOrganisation(organisation.id, ({ tx }) =>
    tx.letter.findMany({ where, select: { id: true } }),
  );
  const outcome = { status: "sent", subject: "", text: "" } as const;
  for (const { id: letterId } of waiting) await recordLetter(system, { organisation, letterId, outcome }, now);
}

/** Letters are to go somewhere else: asked in any browser, answered from the new mailbox, stopped by whoever is faster. */
export const moving: Readonly<Record<string, Move>> = {
  ask_new_address: {
    when: ({ state, moving }) => !moving && (live.includes(state) || ended.includes(state)),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      const input = { organisation: walk.organisation, address: walk.boxes.next };
      const done = person && (await askAddressChange(person, input, walk.now));
      if (done?.ok) walk.moving = true;
      return done;
    },
  },
  stop_new_address: {
    when: ({ moving }) => moving,
    async run(walk, pick) {
      const browser = someBrowser(walk, pick);
      const person = await walk.personIn(browser);
      const input = { organisation: walk.organisation, session: browser.token };
      const done = person && (await stopAddressChange(person, input, walk.now));
      if (done?.ok) walk.moving = false;
      return done;
    },
  },
  new_address: {
    when: ({ moving, state }) => moving && (live.includes(state) || ended.includes(state)),
    run: (walk) => answerFromNewAddress(walk),
  },
};
