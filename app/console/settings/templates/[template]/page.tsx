import type { Metadata } from "next";
import { templateDesk } from "@/app/console/settings/template-desk";
import { keptInThisBrowser } from "@/app/console/staff-gate";
import { TemplateForm } from "@/components/console/template-form";
import { templateFormKey } from "@/lib/forms/console-template";
import { organisationTemplates } from "@/lib/queries/templates";
import { notHere } from "@/lib/web/portal-page";

type Props = {
  params: Promise<{ template: string }>;
  searchParams: Promise<{ again?: string | string[] }>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${(await searchParams).again ? "Error: " : ""}Template` };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const { staff, organisation } = await templateDesk();
  const { template: asked } = await params;
  const fresh = asked === "new";
  const template = (await organisationTemplates(staff)).find(({ id }) => id === asked) ?? null;
  if (!fresh && !template) notHere("/console/settings/templates");
  const again = (await searchParams).again !== undefined;
  const key = templateFormKey(fresh ? undefined : asked);
  return <TemplateForm template={template} kept={again ? await keptInThisBrowser(organisation.id, key) : null} />;
}
