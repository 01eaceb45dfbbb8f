import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Sent } from "@/components/portal/sent";
import { currentPerson } from "@/lib/auth/person";
import { filedRequest } from "@/lib/queries/person-filed";
import { portalOf, readForPage } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("sent.tab"), organisation: profile.name }) };
}

/** Reached only after the commit: what stands here was received. */
export default async function SentPage({ params }: Props) {
  const organisation = await portalOf(params);
  const seen = await readForPage(async () => {
    const person = await currentPerson(organisation);
    const filed = person && (await filedRequest(person, organisation));
    return filed && { ...filed, proven: person.proven };
  });
  if (!seen) redirect(`/${organisation.slug}/find`);
  return <Sent slug={organisation.slug} {...seen} />;
}
