import { signInChange } from "@/app/console/account/sign-in-change";
import { changePassword } from "@/lib/auth/change-password";
import { passwordForm } from "@/lib/forms/staff-forms";

export const POST = signInChange({
  name: "change own password",
  page: "/console/account/password",
  schema: passwordForm,
  change: changePassword,
  done: "Your password is changed.",
});
