import { returnPath } from "@/lib/auth/return-path";
import { signIn } from "@/lib/auth/sign-in";
import { sessionSecret } from "@/lib/auth/staff";
import { signInForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

export const POST = accountPost({
  name: "staff sign-in",
  actor: "anyone",
  limit: { count: 300, seconds: 900 },
  gate: async () => ({ before: await sessionSecret() }),
  page: (_, { to }) => returnPath(typeof to === "string" ? to : "").replace(/^\/console/, "/console/sign-in"),
  schema: signInForm,
  run: async ({ before }, { to, ...typed }, { now, address }) => {
    const signedIn = await signIn({ ...typed, address, before }, now);
    return signedIn.ok ? { ok: true, to: returnPath(to), session: signedIn.token } : signedIn;
  },
});
