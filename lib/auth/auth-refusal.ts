// Decides how the staff's door says no. A closed list; none of the sentences says whether an account exists.
import "server-only";

export const authRefusals = {
  does_not_fit: "That does not fit. Check the e-mail address, the password and, if you use one, the code.",
  slow_down: "There were too many tries.",
  password_wrong: "Your current password does not fit.",
  code_wrong: "That code does not fit. Codes change every 30 seconds and work once.",
  link_dead: "This invitation was used, replaced, or is older than 72 hours. Ask for a new one.",
  has_account: "There is an account for this address already. Give its password, and its code if it uses one.",
  not_allowed: "Only an administrator of this organisation can do this.",
  own_account: "Another administrator must do this for you.",
  last_administrator: "Somebody must remain administrator. Give the role to another person first.",
  works_elsewhere:
    "This person also works for an organisation that you do not administer. Remove them from yours instead.",
  not_found: "We could not find that.",
  reserved_address: "This address is kept for the demonstration.",
  factor_there: "Your account has a second factor already.",
} as const satisfies Record<string, string>;

export type AuthRefusal = keyof typeof authRefusals;
export type AuthRefused = { ok: false; refusal: AuthRefusal; retryAfterSeconds?: number };

export function refuseAuth(refusal: AuthRefusal): AuthRefused {
  return { ok: false, refusal };
}

/** The sentence to show, with the wait where there is one. */
export function authRefusalWords({ refusal, retryAfterSeconds }: AuthRefused): string {
  if (retryAfterSeconds === undefined) return authRefusals[refusal];
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return `${authRefusals[refusal]} Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}
