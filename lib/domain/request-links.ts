// Decides how two requests of one organisation can belong together, as staff note it. Carries no proof, clock or state:
// each request is owed its own answer, on its own proof, by its own date (ATK-F1).

export const linkKinds = ["same_person", "related"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** `to`: the reference of the other request. */
export type RequestLink = { to: string; as: LinkKind };
