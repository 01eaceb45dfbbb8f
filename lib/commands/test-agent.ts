import { randomUUID } from "node:crypto";
import { createChallenge } from "@/lib/db/challenges";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Filing } from "@/lib/domain/filing";
import { type AgentAnswer, answerForAgent } from "./answer-for-agent";
import { askPrincipal } from "./ask-principal";
import { named, type openDesk } from "./test-desk";

/** Agents and the persons they ask for, at a test's desk. */
export function agentsAt(desk: Awaited<ReturnType<typeof openDesk>>) {
  const { organisation, openedAt } = desk;

  /** The code in the letter of each link. */
  const codes = new Map<string, string>();

  /** What the person says behind their link, with the code that stands beside it unless a test types another. */
  function answer(
    token: string,
    said: AgentAnswer,
    given: { onFile?: boolean; now?: Date; at?: string; code?: string } = {},
  ) {
    const { onFile = false, now = openedAt, at = "aimarkos", code = codes.get(token) ?? "00000000" } = given;
    const there = named(desk.organisations, at);
    const visitor = { kind: "visitor", organisationId: there.id } as const;
    return answerForAgent(visitor, { organisation: there, token, code, answer: said, onFile }, now);
  }

  /** An agent's request whose own address is confirmed, and the link that the person got. */
  async function asked(filing: Partial<Filing> = {}) {
    const local = randomUUID().slice(0, 8);
    const person = { name: "Robin Canary", askerName: "Ada Agent", email: `ada.${local}@example.com` };
    const filed = await desk.file({ relation: "agent", person, ...filing });
    await desk.confirm(filed.id);
    const address = `robin.${local}@example.org`;
    const letter = () => askPrincipal(filed.person, { organisation, address }, openedAt);
    const owed = await letter();
    if (!owed.ok) throw new Error(owed.refusal);
    const { token, code } = await desk.mailbox(filed.id, organisation, "confirm_agent");
    codes.set(token, code);
    return { ...filed, address, token, code, letter };
  }

  /** One more link in the person's hands, as a letter that was sent again carries. */
  function secondLink(id: string): Promise<string> {
    return inOrganisation(organisation.id, async (scope) => {
      const letter = await scope.tx.letter.findFirstOrThrow({ where: { requestId: id, kind: "confirm_agent" } });
      const made = { requestId: id, letterId: letter.id, purpose: "authorise" } as const;
      const { token, code } = await createChallenge(scope, made, openedAt);
      codes.set(token, code);
      return token;
    });
  }

  /** What of the person's word stands in the record, in order. */
  async function words(id: string): Promise<string[]> {
    const { chain } = await desk.look(id);
    return chain.flatMap(({ event }) => (/^Authority(Confirmed|Denied)/.test(event.type) ? [event.type] : []));
  }

  return { answer, asked, secondLink, words };
}
