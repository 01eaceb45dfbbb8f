import { signInChange } from "@/app/console/account/sign-in-change";
import { enrolSecondFactor } from "@/lib/auth/change-second-factor";
import { enrolForm } from "@/lib/forms/staff-forms";

export const POST = signInChange({
  name: "enrol a second factor",
  page: "/console/account/second-factor",
  schema: enrolForm,
  change: enrolSecondFactor,
  done: "Your authenticator is in use.",
});
