import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenTheme } from "@/lib/web/chosen-theme";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: "Habeas",
  description: "Ask what an organisation holds about you.",
  robots: { index: false },
  // Telephone numbers and dates are marked up by us where they are links.
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={fontVariables} data-theme={await chosenTheme()}>
      <body>{children}</body>
    </html>
  );
}
