import "server-only";
import type { NextRequest } from "next/server";
import { isLanguage, type Language } from "@/lib/domain/language";
import { readCookie } from "./cookies";

type FaultWords = {
  error: string;
  notFound: string;
  foreign: string;
  unreadable: string;
  tooLarge: (size: string) => string;
  tooMany: (minutes: number) => string;
  notTaken: (id: string) => string;
  /** Without an id where the address carries none. */
  notShown: (id: string | null) => string;
  kept: string;
  again: string;
  back: string;
};

/** What pages say when the ordinary ones cannot be made. Not in the catalogue: they need nothing that could be away. */
export const faultWords: Readonly<Record<Language, FaultWords>> = {
  en: {
    error: "Error",
    notFound: "We could not find that page.",
    foreign: "This form did not come from our own page.",
    unreadable: "We could not read what was sent. Go back and send the form again: your text is still there.",
    tooLarge: (size) =>
      `That was more than we can take at once. The limit is ${size}. Go back: your text is still there.`,
    tooMany: (minutes) =>
      `Too many tries from your network. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`,
    notTaken: (id) => `We could not take this just now. It has not been received. (Number for our staff: ${id})`,
    notShown: (id) =>
      `We cannot show this page just now. Nothing is lost. Please try again in a few minutes.${id ? ` (Number for our staff: ${id})` : ""}`,
    kept: "Nothing of what you typed is lost. Wait a moment and send it again, or copy it from here.",
    again: "Send it again",
    back: "Use your browser’s Back button to return to the page you came from.",
  },
  de: {
    error: "Fehler",
    notFound: "Diese Seite haben wir nicht gefunden.",
    foreign: "Dieses Formular kam nicht von unserer eigenen Seite.",
    unreadable:
      "Was gesendet wurde, konnten wir nicht lesen. Gehen Sie zurück und senden Sie das Formular noch einmal: Ihr Text ist noch da.",
    tooLarge: (size) =>
      `Das war mehr, als wir auf einmal annehmen können. Die Grenze liegt bei ${size}. Gehen Sie zurück: Ihr Text ist noch da.`,
    tooMany: (minutes) =>
      `Zu viele Versuche aus Ihrem Netz. Warten Sie ${minutes === 1 ? "eine Minute" : `${minutes} Minuten`} und versuchen Sie es noch einmal.`,
    notTaken: (id) => `Das konnten wir gerade nicht annehmen. Es ist nicht eingegangen. (Nummer für unser Team: ${id})`,
    notShown: (id) =>
      `Diese Seite können wir gerade nicht zeigen. Nichts ist verloren. Bitte versuchen Sie es in ein paar Minuten noch einmal.${id ? ` (Nummer für unser Team: ${id})` : ""}`,
    kept: "Von dem, was Sie eingegeben haben, ist nichts verloren. Warten Sie einen Moment und senden Sie es noch einmal, oder kopieren Sie es von hier.",
    again: "Noch einmal senden",
    back: "Mit der Zurück-Taste Ihres Browsers kommen Sie auf die Seite, von der Sie kamen.",
  },
};

/** What this browser chose as a person; the console is English. */
export function faultLanguage(http: Pick<NextRequest, "cookies" | "nextUrl">): Language {
  const chosen = readCookie(http, "habeas_language") ?? "";
  return isLanguage(chosen) && !http.nextUrl.pathname.startsWith("/console") ? chosen : "en";
}
