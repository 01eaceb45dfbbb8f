"use client";

import "./globals.css";
import FaultPage from "./error";

/** When even the frame of the page fails. */
export default function GlobalFaultPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <FaultPage {...props} />
      </body>
    </html>
  );
}
