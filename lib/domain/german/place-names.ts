// Decides how places are called in German. Countries by the names that the Unicode CLDR gives, as browsers show them.
import { countries, isCountry, regionsOf } from "../places";

const names = new Intl.DisplayNames(["de"], { type: "region", fallback: "code" });
const order = new Intl.Collator("de");

// Parts that German calls by another name; the others keep theirs.
const parts: Readonly<Record<string, string>> = {
  "US-CA": "Kalifornien",
  "CA-QC": "Québec",
  "CA-NT": "Nordwest-Territorien",
  "CA-NL": "Neufundland und Labrador",
};

/** [code, name] in the order of the German names. */
export function germanCountries(): [code: string, name: string][] {
  const named = Object.keys(countries).map((code): [string, string] => [code, String(names.of(code))]);
  return named.sort(([, a], [, b]) => order.compare(a, b));
}

export function germanRegions(country: string): [code: string, name: string][] {
  const named = regionsOf(country).map(([code, name]): [string, string] => [code, parts[`${country}-${code}`] ?? name]);
  return named.sort(([, a], [, b]) => order.compare(a, b));
}

/** "Deutschland", "Kalifornien, Vereinigte Staaten". An unknown code is shown as it is. */
export function germanPlace(country: string, region?: string | null): string {
  const name = isCountry(country) ? String(names.of(country)) : country;
  const part = germanRegions(country).find(([code]) => code === region || `${country}-${code}` === region)?.[1];
  return part ? `${part}, ${name}` : name;
}
