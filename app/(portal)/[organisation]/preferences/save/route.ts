import { personBehind } from "@/lib/auth/person";
import { chooseLanguage } from "@/lib/commands/choose-language";
import { type Preferences, preferencesForm } from "@/lib/forms/preferences";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { languagesOf, yearSeconds } from "@/lib/web/language";

/** Keeps language and zone in this browser; the letters of the request that it holds follow the language. */
export const POST = formPost<{ organisation: string }, Organisation, Preferences>({
  name: "portal.preferences.save",
  actor: "anyone",
  limit: { count: 60, seconds: 3600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "preferences", page: `/${slug}/preferences` }),
  schema: (organisation) =>
    preferencesForm({ languages: languagesOf(organisation), timeZone: organisation.profile.preferences.timeZone }),
  async run(organisation, { language, timeZone }, { now, http }) {
    const token = readCookie(http, "habeas_person");
    const person = token ? await personBehind(organisation, token, now) : null;
    const letters = person !== null && (await chooseLanguage(person, { language })).ok;
    return {
      ok: true,
      to: `/${organisation.slug}/preferences?said=${letters ? "letters" : "saved"}`,
      cookies: [
        { name: "habeas_language", value: language, maxAgeSeconds: yearSeconds },
        { name: "habeas_time_zone", value: timeZone, maxAgeSeconds: timeZone === "" ? 0 : yearSeconds },
      ],
    };
  },
});
