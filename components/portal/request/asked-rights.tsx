import { useTranslations } from "next-intl";
import { HowDecided } from "@/components/portal/proof-ways";
import { useWords } from "@/components/portal/words";
import { BulletList } from "@/components/ui/bullet-list";
import type { Explained } from "@/lib/domain/proof-explanation";

/** Rights of which the same is to be said: what they need, what is held, what is missing, and how that is decided. */
export function AskedRights({ group }: { group: readonly Explained[] }) {
  const t = useTranslations("portal.request");
  const words = useWords();
  const [one] = group;
  if (!one) return null;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-(--cell)">
      {group.map(({ right }) => (
        <p key={right} className="font-semibold">
          {words.rights[right].name} <span className="font-normal text-quiet">· {words.rights[right].statute}</span>
        </p>
      ))}
      <div className="flex max-w-measure flex-col gap-1">
        {one.standing === "none_needed" ? <p>{t("askedNoProof")}</p> : null}
        {one.standing === "address" ? <p>{t("askedAddress")}</p> : null}
        {one.standing === "enough" ? <p>{t("askedEnough", { held: words.way(wholeWay(one)) })}</p> : null}
        {one.standing === "missing" ? <Missing one={one} /> : null}
      </div>
      <HowDecided explained={one} reason />
    </li>
  );
}

// The oldest records have no ways; what they need at the least is the confirmed address.
function wholeWay({ ways }: Explained) {
  return ways[0]?.way ?? [];
}

function Missing({ one: { ways } }: { one: Explained }) {
  const t = useTranslations("portal.request");
  const words = useWords();
  const held = [...new Set(ways.flatMap(({ way, missing }) => way.filter((kind) => !missing.includes(kind))))];
  const [nearest, ...others] = ways;
  return (
    <>
      {held.length > 0 ? <p>{t("askedHeld", { held: words.way(held) })}</p> : null}
      {nearest === undefined ? <p>{t("askedMissingOld")}</p> : null}
      {nearest && others.length === 0 ? <p>{t("askedMissingOne", { missing: words.way(nearest.missing) })}</p> : null}
      {others.length > 0 ? (
        <>
          <p>{t("askedMissing")}</p>
          <BulletList items={ways.map(({ missing }) => words.way(missing))} />
        </>
      ) : null}
      <p>{t("askedNext")}</p>
    </>
  );
}
