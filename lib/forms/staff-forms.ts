// What staff may type about themselves and each other. Passwords are taken exactly as typed (ASVS V6.2.8).
import { z } from "zod";
import { staffRoles } from "@/lib/domain/actor";
import { canonicalEmail } from "@/lib/domain/filing";

const emailMistake = "Write an e-mail address, for example name@example.com";

const email = z
  .string(emailMistake)
  .max(254, emailMistake)
  .transform(canonicalEmail)
  .pipe(z.email(emailMistake).regex(/^[\x21-\x7e]+$/, emailMistake));

const name = z
  .string("Write the name")
  .trim()
  .min(1, "Write the name")
  .max(120, "Use at most 120 characters")
  .regex(/^[^\p{C}<>]*$/u, "Use letters, spaces and ordinary punctuation");

const password = z.string("Type the password").min(1, "Type the password").max(1_000, "This password is too long");
const code = z.string().max(20, "A code has six digits").default("");
const token = z.string("Paste the token").trim().min(1, "Paste the token").max(100, "This is not one of our tokens");

const roles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()))
  .pipe(z.array(z.enum(staffRoles, "Choose from the roles on the page")));

// A wrong address at sign-in gets the same answer as a wrong password, so it is not examined further here.
export const signInForm = z.object({
  email: z.string("Write your e-mail address").min(1, "Write your e-mail address").max(254, "This address is too long"),
  password,
  code,
  to: z.string().max(400).default(""),
});

export const firstAdministratorForm = z.object({ token, email, name, password, code });
export const invitationForm = z.object({ name: name.optional(), password, code });
export const passwordForm = z.object({ password, newPassword: password, code });
export const enrolForm = z.object({ password, code });
export const sessionForm = z.object({ session: z.union([z.literal("others"), z.uuid()]) });
/** A box that is not ticked posts nothing. */
export const keysForm = z.object({ singleKeys: z.literal("yes").optional() });
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
/** `to`: the page that it was chosen on. */
export const appearanceForm = z.object({ theme: z.enum(themes), to: z.string().max(400).default("") });
/** The organisations whose weekly letter is wanted. */
export const weeklyForm = z.object({
  of: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat()))
    .pipe(z.array(z.uuid())),
});
/** `to`: the page below /console that is shown then. */
export const organisationForm = z.object({ organisation: z.uuid(), to: z.string().max(400).default("") });

export const inviteForm = z.object({
  email,
  roles: roles.refine((given) => given.length > 0, "Choose at least one role"),
});
/** What an administrator may do with a member; `roles` is filled for "roles" alone. */
export const memberSteps = ["roles", "end-sessions", "reset-factor", "recover", "disable"] as const;
export const memberForm = z.object({ roles });
export const nothingForm = z.object({});
export const withdrawForm = z.object({ invitation: z.uuid() });
