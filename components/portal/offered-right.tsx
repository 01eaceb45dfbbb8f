import { OwnWords } from "@/components/portal/own-words";
import { useWords } from "@/components/portal/words";
import type { OfferedRight, OrganisationProfile } from "@/lib/domain/organisation";

type Props = { offered: OfferedRight; profile: Pick<OrganisationProfile, "languages"> };

/** The right as this organisation calls it, where it has a name of its own. */
export function OfferedName({ offered, profile }: Props) {
  const words = useWords();
  return offered.name ? <OwnWords profile={profile}>{offered.name}</OwnWords> : words.rights[offered.right].name;
}

/** What helps to choose it: the organisation's own line, or ours. */
export function OfferedHint({ offered, profile }: Props) {
  const words = useWords();
  return offered.hint ? <OwnWords profile={profile}>{offered.hint}</OwnWords> : words.rights[offered.right].hint;
}
