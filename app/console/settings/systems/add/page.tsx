import type { Metadata } from "next";
import { systemFormPage } from "@/app/console/settings/system-form-page";
import { openDesk } from "@/app/console/staff-gate";

export const metadata: Metadata = { title: "Register a system" };

export default async function AddSystem({ searchParams }: { searchParams: Promise<{ again?: string }> }) {
  return systemFormPage(await openDesk(), null, (await searchParams).again !== undefined);
}
