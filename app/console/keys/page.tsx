import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { KeyList } from "@/components/console/keys/key-list";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { keysFor } from "@/lib/forms/console-keys";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage() {
  const { staff } = await openDesk();
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Heading lead="No key takes a step by itself: each leads to where it is taken. Nothing happens while you type.">
        Keys
      </Heading>
      <p className="max-w-measure">
        Single keys are {staff.singleKeys ? "on" : "off"} for you.{" "}
        <TextLink href="/console/account#keys">
          {staff.singleKeys ? "Turn them off" : "Turn them on"} on your account’s page
        </TextLink>
        . They need scripts; <TextLink href="/console/commands">the commands</TextLink> do not. On a Mac, Ctrl is the
        Command key.
      </p>
      <KeyList keys={keysFor(staff.roles)} level={2} />
    </div>
  );
}
