import type { Language } from "@/lib/domain/language";
import type en from "./en.json";

// English is the catalogue that the others are measured by: a key that is not in it stops the build.
declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}
