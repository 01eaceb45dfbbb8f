import type { Metadata } from "next";
import { AccountForm } from "@/components/console/account-form";
import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { TextInput } from "@/components/ui/text-input";
import { signInPath } from "@/lib/auth/return-path";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Sign in" };

type Props = { params: Promise<{ to?: string[] }> };

export default async function SignInPage({ params }: Props) {
  const to = (await params).to?.join("/") ?? "";
  const { values, mistakes } = await readNotice(signInPath(`/console/${to}`));
  return (
    <DoorFrame title="Sign in" lead="For the people who answer requests." mistakes={mistakes}>
      <AccountForm action="/console/sign-in/enter">
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={typeof values.email === "string" ? values.email : undefined}
          mistake={mistakes.email}
        />
        <TextInput
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          mistake={mistakes.password}
        />
        <CodeInput
          name="code"
          label="Code"
          optional="(if you use an authenticator)"
          hint="Six digits from your app."
          mistake={mistakes.code}
        />
        <Button>Sign in</Button>
      </AccountForm>
      <p className="max-w-measure text-small text-quiet">
        Lost your password or your authenticator? An administrator of your organisation can let you in again.
      </p>
    </DoorFrame>
  );
}
