import type { GatheredLetter } from "@/lib/domain/letters";
import { type Letter, paragraph, quiet } from "./letter";
import type { GatheredLetterFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";

/** A letter to staff about many requests: how many, and the list of them behind a link. It names none. */
export function staffGathered(kind: GatheredLetter, facts: GatheredLetterFacts, t: LetterWords): Letter {
  const { requests, contested, url, contestedUrl, organisation } = facts;
  // Whoever decides about a contest is not told that it is work of theirs that nobody began.
  const answers = contested < requests;
  return {
    subject: t(`${kind}.subject`, { requests }),
    title: t(`${kind}.title`, { requests }),
    letterhead: t("staff.letterhead"),
    blocks: [
      ...(answers ? [paragraph(t(`${kind}.line`, { requests: requests - contested }))] : []),
      ...(answers ? [{ kind: "action" as const, label: t("staff.openQueue"), url }] : []),
      ...(contested > 0 ? [paragraph(t("staff.contested", { contested }))] : []),
      ...(contested > 0 ? [{ kind: "action" as const, label: t("staff.openContested"), url: contestedUrl }] : []),
      quiet(t("staff.only", { organisation })),
    ],
  };
}
