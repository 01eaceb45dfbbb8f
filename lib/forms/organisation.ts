// Reads organisations' files: examples/organisations/<slug>.json, or whatever folder an installation uses.
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { type Mistake, mistakesOf } from "./organisation-mistakes";
import { organisationProfile } from "./organisation-profile";

export type ParsedOrganisation = { ok: true; profile: OrganisationProfile } | { ok: false; mistakes: Mistake[] };

/** Reads one organisation from parsed JSON. Never throws; every mistake of the file is told at once. */
export function parseOrganisation(json: unknown): ParsedOrganisation {
  const result = organisationProfile.safeParse(json, { reportInput: true });
  if (result.success) return { ok: true, profile: result.data };
  return { ok: false, mistakes: mistakesOf(result.error.issues) };
}

export type ParsedOrganisations =
  | { ok: true; profiles: OrganisationProfile[] }
  | { ok: false; mistakes: (Mistake & { file: string })[] };

/** Reads all files of a folder (`file` is the name, `text` the content). One bad file refuses the whole folder. */
export function parseOrganisations(files: readonly { file: string; text: string }[]): ParsedOrganisations {
  const profiles: OrganisationProfile[] = [];
  const mistakes: (Mistake & { file: string })[] = [];
  for (const { file, text } of files) {
    const parsed = parseOrganisationText(text);
    if (!parsed.ok) {
      mistakes.push(...parsed.mistakes.map((mistake) => ({ file, ...mistake })));
      continue;
    }
    const { slug } = parsed.profile;
    if (profiles.some((other) => other.slug === slug)) {
      mistakes.push({ file, path: "slug", message: `"${slug}" is already used by another file` });
    }
    if (file !== `${slug}.json`) {
      mistakes.push({ file, path: "slug", message: `must be the name of the file: ${slug}.json` });
    }
    profiles.push(parsed.profile);
  }
  return mistakes.length === 0 ? { ok: true, profiles } : { ok: false, mistakes };
}

function parseOrganisationText(text: string): ParsedOrganisation {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, mistakes: [{ path: "the file", message: "is not JSON: look for a missing comma or quote" }] };
  }
  return parseOrganisation(json);
}
