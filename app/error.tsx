"use client";

import { ErrorState } from "@/components/ui/error-state";

/**
 * A page that could not be made. English and inline: whatever failed may be what finds the language, and the catalogue
 * would travel to every browser with this file. The digest is the framework's number for the fault in the server's log.
 */
export default function FaultPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main lang="en" data-desk="portal" className="mx-auto w-full max-w-page px-5 py-16 text-ink sm:px-8">
      <ErrorState
        title="Something went wrong on our side"
        kept="What you typed before is kept for a day. Nothing was sent twice."
        fault={error.digest ? { label: "If you write to us, quote", id: error.digest } : undefined}
        actions={
          <button
            type="button"
            onClick={reset}
            className="min-control rounded bg-accent px-4 font-semibold text-accent-on hover:bg-accent-hover"
          >
            Try again
          </button>
        }
      >
        <p>Please try again in a few minutes. If it happens twice, write to us: a letter counts as a request too.</p>
      </ErrorState>
    </main>
  );
}
