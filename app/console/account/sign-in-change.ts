import type { z } from "zod";
import { ownAccount } from "@/app/console/account/staff-door";
import type { AuthRefused } from "@/lib/auth/auth-refusal";
import type { Renewed } from "@/lib/auth/change-password";
import type { SignedInStaff } from "@/lib/auth/staff-session";
import type { Mistakes } from "@/lib/forms/kept-values";
import { accountPost } from "@/lib/web/account-post";

type SignInChange<Values> = {
  name: string;
  /** The page with the form. */
  page: string;
  schema: z.ZodType<Values>;
  change(
    staff: SignedInStaff,
    input: Values & { address: string },
    now: Date,
  ): Promise<Renewed | AuthRefused | { ok: false; mistakes: Mistakes }>;
  /** What is said on the account's page afterwards. */
  done: string;
};

/** The POST handler of a change to how somebody signs in: it ends their other sessions and gives this one a new secret. */
export function signInChange<Values extends object>({ name, page, schema, change, done }: SignInChange<Values>) {
  const account = "/console/account";
  return accountPost({
    name,
    actor: "staff",
    limit: { count: 30, seconds: 900 },
    gate: ownAccount,
    page: () => page,
    schema,
    run: async (staff, typed, { now, address }) => {
      const changed = await change(staff, { ...typed, address }, now);
      if (!changed.ok) return changed;
      const shown = { page: account, done: `${done} You are signed out everywhere else.` };
      return { ok: true, to: account, session: changed.token, shown };
    },
  });
}
