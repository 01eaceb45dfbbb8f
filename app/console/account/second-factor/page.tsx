import type { Metadata } from "next";
import { AccountForm } from "@/components/console/account-form";
import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import type { Mistakes } from "@/components/ui/mistakes";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { factorUri, secretToEnrol } from "@/lib/auth/second-factor";
import { requireStaff } from "@/lib/auth/staff";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Authenticator" };

export default async function SecondFactorPage() {
  const staff = await requireStaff("enrolling");
  const { mistakes } = await readNotice("/console/account/second-factor");
  if (staff.secondFactor) return <Remove mistakes={mistakes} />;
  const lead = staff.mustEnrol
    ? "Your organisation asks for a second proof at sign-in. The console opens once it is set up."
    : "A second proof at sign-in: a code from an app on your telephone.";
  return (
    <DoorFrame title="Set up an authenticator" lead={lead} mistakes={mistakes}>
      <Enrol secret={secretToEnrol(staff.sessionId)} email={staff.email} mistakes={mistakes} />
    </DoorFrame>
  );
}

function Enrol({ secret, email, mistakes }: { secret: string; email: string; mistakes: Mistakes }) {
  return (
    <>
      <ol className="flex list-decimal flex-col gap-3 pl-5">
        <li>Open an authenticator app and choose to enter a key by hand.</li>
        <li>
          <span className="block">Give it this key, time-based, six digits:</span>
          <code className="figures mt-1 block rounded border border-line bg-sunken p-3 text-lead break-words select-all">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </code>
          <TextLink href={factorUri(secret, email)} alone>
            Or open it in an app on this device
          </TextLink>
        </li>
        <li>Type the code that the app shows.</li>
      </ol>
      <AccountForm action="/console/account/second-factor/enrol">
        <CodeInput name="code" label="Code" mistake={mistakes.code} />
        <TextInput
          name="password"
          label="Your password"
          type="password"
          autoComplete="current-password"
          mistake={mistakes.password}
        />
        <Button>Use this authenticator</Button>
      </AccountForm>
    </>
  );
}

function Remove({ mistakes }: { mistakes: Mistakes }) {
  return (
    <DoorFrame
      title="Your authenticator"
      lead="It is in use. To change to another one, remove it first and set up the new one."
      mistakes={mistakes}
    >
      <AccountForm action="/console/account/second-factor/remove">
        <TextInput
          name="password"
          label="Your password"
          type="password"
          autoComplete="current-password"
          mistake={mistakes.password}
        />
        <CodeInput name="code" label="Code" mistake={mistakes.code} />
        <Button variant="danger">Remove authenticator</Button>
      </AccountForm>
    </DoorFrame>
  );
}
