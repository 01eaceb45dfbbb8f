import { useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { useWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ComplaintRoute } from "@/lib/domain/authorities";
import type { ContestKind } from "@/lib/domain/contest";
import type { RegimeId } from "@/lib/domain/regime";
import type { PersonRequest } from "@/lib/queries/person-request";

/** Where to complain, under each law that applies: authority, court, and what comes first (GDPR Art. 12(4), 77, 79). */
export function Unhappy({ page, request }: { page: string; request: PersonRequest }) {
  const t = useTranslations("portal.request");
  const common = useTranslations("portal.common");
  const words = useWords();
  const { regimes, country } = request.facts.received;
  const laws: readonly RegimeId[] = regimes.length > 0 ? regimes : ["contract_30d"];
  return (
    <Section title={t("unhappy")} id="unhappy">
      <p className="max-w-measure">{t("unhappyUs")}</p>
      {laws.map((law) => (
        <div key={law} className="flex flex-col gap-1">
          <h3 className="font-semibold">{t("unhappyLaw", { law: words.law(law) })}</h3>
          {request.offers
            .filter(({ regimes: under }) => under.includes(law))
            .map(({ kind }) => (
              <Offer key={kind} kind={kind} href={`${page}/contest/${kind}`} />
            ))}
          <Route route={words.complaint(law, country)} />
        </div>
      ))}
      <p className="max-w-measure text-quiet">{common("notAdvice")}</p>
    </Section>
  );
}

/** The way that leads back to us, where the law has one: first, because it is the quickest. */
function Offer({ kind, href }: { kind: ContestKind; href: string }) {
  const t = useTranslations("portal.request");
  return (
    <div className="mb-2 flex flex-col items-start gap-2">
      <p className="max-w-measure">{t("contestOfferText", { kind })}</p>
      <Button href={href} variant="secondary" wide>
        {t("contestOffer", { kind })}
      </Button>
    </div>
  );
}

function Route({ route }: { route: ComplaintRoute }) {
  return (
    <>
      {route.first ? <p className="max-w-measure">{route.first}</p> : null}
      {route.authorities.map(({ name, website, route: how }) => (
        <p key={name} className="max-w-measure">
          {website ? <TextLink href={website}>{name}</TextLink> : name}
          {how ? <span className="block text-quiet">{how}</span> : null}
        </p>
      ))}
      <p className="max-w-measure">
        {route.court}{" "}
        <span className="text-quiet">
          (<Cited>{route.citation}</Cited>)
        </span>
      </p>
    </>
  );
}
