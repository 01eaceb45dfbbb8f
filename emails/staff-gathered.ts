import type { GatheredLetter } from "@/lib/domain/letters";
import { type Letter, paragraph, quiet } from "./letter";
import type { GatheredLetterFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";

/** A letter to staff about many requests: how many, and the list of them behind a link. It names none. */
export function staffGathered(kind: GatheredLetter, facts: GatheredLetterFacts, t: LetterWords): Letter {
  const { requests, url, organisation } = facts;
  return {
    subject: t(`${kind}.subject`, { requests }),
    title: t(`${kind}.title`, { requests }),
    letterhead: t("staff.letterhead"),
    blocks: [
      paragraph(t(`${kind}.line`, { requests })),
      { kind: "action", label: t("staff.openQueue"), url },
      quiet(t("staff.only", { organisation })),
    ],
  };
}
