import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReceiptSheet } from "@/components/portal/receipt-sheet";
import { currentPerson } from "@/lib/auth/person";
import { parseReference } from "@/lib/domain/reference";
import { receiptPageOfOwn } from "@/lib/queries/person-filed";
import { chosenZone } from "@/lib/web/chosen-zone";
import type { RequestParams } from "@/lib/web/person-page";
import { notHere, portalOf, readForPage } from "@/lib/web/portal-page";

type Props = { params: Promise<RequestParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("receipt.tab", { reference: parseReference((await params).reference) ?? "" });
  return { title: t("common.titleAt", { title, organisation: profile.name }) };
}

/** The receipt as a document to print or save. */
export default async function ReceiptPage({ params }: Props) {
  const organisation = await portalOf(params);
  const reference = parseReference((await params).reference) ?? "";
  const inHand = await readForPage(async () => {
    const person = await currentPerson(organisation);
    return person && (await receiptPageOfOwn(person, { organisation, reference }));
  });
  if (!inHand) notHere(`/${organisation.slug}/requests/${encodeURIComponent((await params).reference)}`);
  const page = `/${organisation.slug}/requests/${reference}`;
  return <ReceiptSheet page={page} inHand={inHand} chosenZone={await chosenZone(organisation)} />;
}
