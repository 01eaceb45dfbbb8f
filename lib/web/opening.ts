import type { FormPlace } from "./form-post";
import type { RequestGate } from "./person-page";

/** Where the forms stand that open an answer, and to where they come back. */
export function openingAt({ organisation, reference }: RequestGate): FormPlace {
  return {
    organisationId: organisation.id,
    form: `open:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/open`,
  };
}
