import type { Metadata } from "next";
import { templateDesk } from "@/app/console/settings/template-desk";
import { TemplatesPage } from "@/components/console/templates-page";
import { organisationTemplates } from "@/lib/queries/templates";

export const metadata: Metadata = { title: "Templates" };

export default async function Templates({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const { staff } = await templateDesk();
  const { done } = await searchParams;
  return <TemplatesPage templates={await organisationTemplates(staff)} done={typeof done === "string" ? done : null} />;
}
