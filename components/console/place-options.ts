import type { SelectOption } from "@/components/ui/select";
import { countries, regionsOf } from "@/lib/domain/places";

/** Countries, and under them the parts that have laws of their own: `DE`, `US`, `US-CA`. */
export const placeOptions: readonly SelectOption[] = Object.entries(countries).flatMap(([code, name]) => [
  { value: code, label: name },
  ...regionsOf(code).map(([region, part]) => ({ value: `${code}-${region}`, label: `${name}: ${part}` })),
]);
