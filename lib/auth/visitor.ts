import "server-only";
import type { VisitorActor } from "@/lib/domain/actor";

/** Somebody who has shown nothing yet: may file a request and present a link or a code, and sees no request. */
export function visitorOf(organisation: { id: string }): VisitorActor {
  return { kind: "visitor", organisationId: organisation.id };
}
