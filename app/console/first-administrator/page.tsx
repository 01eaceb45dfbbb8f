import type { Metadata } from "next";
import { AccountForm } from "@/components/console/account-form";
import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { TextInput } from "@/components/ui/text-input";
import { passwordLength } from "@/lib/auth/password-rule";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "First administrator" };

const { least, better } = passwordLength;

export default async function FirstAdministratorPage() {
  const { values, mistakes } = await readNotice("/console/first-administrator");
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <DoorFrame
      title="First administrator"
      lead="The start of the portal printed a token that works once. Its holder administers every organisation that has nobody yet, and invites the others."
      mistakes={mistakes}
    >
      <AccountForm action="/console/first-administrator/begin">
        <TextInput name="token" label="Token" spellCheck={false} mistake={mistakes.token} />
        <TextInput
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={typed("email")}
          mistake={mistakes.email}
        />
        <TextInput name="name" label="Name" autoComplete="name" defaultValue={typed("name")} mistake={mistakes.name} />
        <TextInput
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${least} characters, better ${better}. Several unrelated words are easy to keep. If you have an account here already, type its password.`}
          mistake={mistakes.password}
        />
        <CodeInput name="code" label="Code" optional="(if your account has an authenticator)" mistake={mistakes.code} />
        <Button>Become administrator</Button>
      </AccountForm>
    </DoorFrame>
  );
}
