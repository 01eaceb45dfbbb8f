import type { ProvenAccount } from "@/lib/domain/account";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RegimeId } from "@/lib/domain/regime";
import type { Intake, Question } from "@/lib/forms/intake-question";
import type { Mistakes } from "@/lib/forms/kept-values";

export type QuestionProps = {
  slug: string;
  profile: OrganisationProfile;
  question: Question;
  /** Answers so far, with what was just typed on this page laid over them. */
  intake: Intake;
  /** In sentences. */
  mistakes: Mistakes;
  /** Laws of the place, once it was told. */
  regimes: readonly RegimeId[];
  back: string;
  /** The account that this browser proved just now. */
  account: ProvenAccount | null;
};
