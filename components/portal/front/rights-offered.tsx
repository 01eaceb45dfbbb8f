import { OfferedName } from "@/components/portal/offered-right";
import { useWords } from "@/components/portal/words";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationProfile } from "@/lib/domain/organisation";

/** Every right in everyday words, the statute's word after it in quiet; each name begins that request. */
export function RightsOffered({
  slug,
  profile,
}: {
  slug: string;
  profile: Pick<OrganisationProfile, "rights" | "languages">;
}) {
  const { rights } = useWords();
  return (
    <ul data-rows className="border-t border-line">
      {profile.rights.map((offered) => {
        const words = rights[offered.right];
        return (
          <li key={offered.right} className="border-b border-line py-(--cell)">
            <p>
              <span className="font-semibold">
                <TextLink href={`/${slug}/ask?want=${offered.right}`}>
                  <OfferedName offered={offered} profile={profile} />
                </TextLink>
              </span>{" "}
              <span className="text-quiet">·&nbsp;{words.statute}</span>
            </p>
            <p className="max-w-measure">{words.does}</p>
          </li>
        );
      })}
    </ul>
  );
}
