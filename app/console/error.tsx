"use client";

import { ErrorState } from "@/components/ui/error-state";

/** A console page that could not be made. The digest is the framework's number for the fault in the server's log. */
export default function ConsoleFault({ error }: { error: Error & { digest?: string } }) {
  return (
    <ErrorState
      title="This page could not be made"
      kept="Nothing was changed by looking at it."
      fault={error.digest ? { label: "Fault", id: error.digest } : undefined}
      actions={
        <a href="?" className="text-accent-text underline underline-offset-4">
          Try again
        </a>
      }
    >
      <p>If it happens again, give the fault's number to whoever runs this portal.</p>
    </ErrorState>
  );
}
