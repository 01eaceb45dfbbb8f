import { signInChange } from "@/app/console/account/sign-in-change";
import { removeSecondFactor } from "@/lib/auth/change-second-factor";
import { enrolForm } from "@/lib/forms/staff-forms";

export const POST = signInChange({
  name: "remove own second factor",
  page: "/console/account/second-factor",
  schema: enrolForm,
  change: removeSecondFactor,
  done: "Your authenticator is no longer asked for.",
});
