import { useTranslations } from "next-intl";
import { coverGrid } from "@/lib/domain/papers";

type CoverGridProps = { picture: string; ticked: readonly string[] };

const places = Array.from({ length: coverGrid.rows * coverGrid.columns }, (_, at) => ({
  row: Math.floor(at / coverGrid.columns) + 1,
  column: (at % coverGrid.columns) + 1,
}));

/** The picture under a net of boxes. A ticked one is black already here; what is sent is black all the way down. */
export function CoverGrid({ picture, ticked }: CoverGridProps) {
  const t = useTranslations("portal.papers.cover");
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 font-semibold">{t("legend")}</legend>
      <div className="relative w-full max-w-[60rem] overflow-hidden rounded border border-line-strong bg-sunken">
        {/* biome-ignore lint/performance/noImgElement: a private picture, which no optimiser may keep */}
        <img src={picture} alt={t("alt")} className="block w-full" />
        <div
          className="absolute inset-0 grid"
          style={{
            gridTemplateColumns: `repeat(${coverGrid.columns}, 1fr)`,
            gridTemplateRows: `repeat(${coverGrid.rows}, 1fr)`,
          }}
        >
          {places.map(({ row, column }) => {
            const name = `r${row}c${column}`;
            return (
              <label
                key={name}
                className="relative cursor-pointer border border-white/40 outline-offset-[-3px] hover:bg-black/30 has-checked:bg-black has-focus-visible:outline-3 has-focus-visible:outline-focus"
              >
                <input
                  type="checkbox"
                  name="cells"
                  value={name}
                  defaultChecked={ticked.includes(name)}
                  aria-label={t("cell", { row, column })}
                  className="absolute inset-0 size-full cursor-pointer opacity-0"
                />
              </label>
            );
          })}
        </div>
      </div>
    </fieldset>
  );
}
