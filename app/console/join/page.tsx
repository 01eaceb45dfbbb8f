import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AccountForm } from "@/components/console/account-form";
import { DoorFrame } from "@/components/console/door-frame";
import { roleNames } from "@/components/console/role-names";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { TextInput } from "@/components/ui/text-input";
import { authRefusals } from "@/lib/auth/auth-refusal";
import { lookAtInvitation } from "@/lib/auth/join";
import { passwordLength } from "@/lib/auth/password-rule";
import { cookieName } from "@/lib/web/cookies";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Invitation" };

const { least, better } = passwordLength;
const newPasswordHint = `At least ${least} characters, better ${better}. Several unrelated words are easy to keep.`;

export default async function JoinPage() {
  const token = (await cookies()).get(cookieName("habeas_invitation"))?.value ?? "";
  const invitation = token ? await lookAtInvitation(token, new Date()) : null;
  if (!invitation)
    return (
      <DoorFrame title="This invitation is over" lead={authRefusals.link_dead}>
        {null}
      </DoorFrame>
    );
  const { values, mistakes } = await readNotice("/console/join");
  const { organisation, roles, email, hasAccount, secondFactor } = invitation;
  const recovers = roles.length === 0;
  const lead = recovers
    ? `Choose a new password for ${email}. You are signed out everywhere else.`
    : `${organisation} invites ${email} as ${roles.map((role) => roleNames[role]).join(", ")}.`;
  return (
    <DoorFrame title={recovers ? "New password" : `Join ${organisation}`} lead={lead} mistakes={mistakes}>
      <AccountForm action="/console/join/accept">
        {hasAccount ? null : (
          <TextInput
            name="name"
            label="Your name"
            autoComplete="name"
            defaultValue={typeof values.name === "string" ? values.name : undefined}
            mistake={mistakes.name}
          />
        )}
        <TextInput
          name="password"
          label={recovers || !hasAccount ? "New password" : "Password of your account"}
          type="password"
          autoComplete={recovers || !hasAccount ? "new-password" : "current-password"}
          hint={recovers || !hasAccount ? newPasswordHint : undefined}
          mistake={mistakes.password}
        />
        {secondFactor ? <CodeInput name="code" label="Code from your authenticator" mistake={mistakes.code} /> : null}
        <Button>{recovers ? "Set password" : "Join"}</Button>
      </AccountForm>
    </DoorFrame>
  );
}
