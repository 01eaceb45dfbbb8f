import type { Metadata } from "next";
import { systemFormPage } from "@/app/console/settings/system-form-page";
import { openDesk } from "@/app/console/staff-gate";

type Props = { params: Promise<{ system: string }>; searchParams: Promise<{ again?: string }> };

export const metadata: Metadata = { title: "System" };

export default async function EditSystem({ params, searchParams }: Props) {
  return systemFormPage(await openDesk(), (await params).system, (await searchParams).again !== undefined);
}
