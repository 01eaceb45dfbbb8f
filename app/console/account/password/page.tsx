import type { Metadata } from "next";
import { AccountForm } from "@/components/console/account-form";
import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { TextInput } from "@/components/ui/text-input";
import { passwordLength } from "@/lib/auth/password-rule";
import { requireStaff } from "@/lib/auth/staff";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Change password" };

const { least, better } = passwordLength;

export default async function PasswordPage() {
  const staff = await requireStaff("enrolling");
  const { mistakes } = await readNotice("/console/account/password");
  return (
    <DoorFrame title="Change password" lead="You are signed out everywhere else." mistakes={mistakes}>
      <AccountForm action="/console/account/password/change">
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={staff.email} />
        <TextInput
          name="password"
          label="Current password"
          type="password"
          autoComplete="current-password"
          mistake={mistakes.password}
        />
        <TextInput
          name="newPassword"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${least} characters, better ${better}. Several unrelated words are easy to keep.`}
          mistake={mistakes.newPassword}
        />
        {staff.secondFactor ? (
          <CodeInput name="code" label="Code from your authenticator" mistake={mistakes.code} />
        ) : null}
        <Button>Change password</Button>
      </AccountForm>
    </DoorFrame>
  );
}
