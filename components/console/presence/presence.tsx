"use client";

import { useEffect, useState } from "react";
import { presenceSeconds } from "@/lib/domain/presence";

type PresenceProps = {
  reference: string;
  /** The step that this page is for; empty on the request's own page. */
  activity: string;
  /** Who else was here when the page was made: what stands here without scripts. */
  here: readonly string[];
};

/**
 * Who else has this request open. The page says every few seconds that it is read, and shows what it hears back; said aloud
 * politely, and only when the people or what they do have changed.
 */
export function Presence({ reference, activity, here }: PresenceProps) {
  const [others, setOthers] = useState(here);

  useEffect(() => {
    const address = `/console/requests/${reference}/presence`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let said = activity;
    let over = false;

    async function beat() {
      clearTimeout(timer);
      if (over || document.visibilityState !== "visible") return;
      said = writtenHere() ?? activity;
      const answer = await fetch(address, { method: "POST", body: signOf(said) }).catch(() => null);
      if (answer?.ok) {
        const heard = (await answer.json().catch(() => null)) as { here?: readonly string[] } | null;
        if (heard?.here) setOthers(heard.here);
      }
      // Signed out, or not theirs any more: nobody is there to be seen.
      if (answer?.status === 404) over = true;
      else timer = setTimeout(beat, presenceSeconds.every * 1000);
    }
    function typed() {
      if ((writtenHere() ?? activity) !== said) void beat();
    }
    function left() {
      const gone = signOf(said);
      gone.set("gone", "yes");
      navigator.sendBeacon(address, gone);
    }
    void beat();
    document.addEventListener("visibilitychange", beat);
    document.addEventListener("input", typed);
    addEventListener("pageshow", beat);
    addEventListener("pagehide", left);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", beat);
      document.removeEventListener("input", typed);
      removeEventListener("pageshow", beat);
      removeEventListener("pagehide", left);
    };
  }, [reference, activity]);

  return (
    <div role="status" aria-label="Who else is here" data-print="hide">
      {others.length > 0 ? (
        <ul className="flex flex-col gap-1 rounded border border-accent bg-accent-soft px-3 py-2 text-small">
          {others.map((sentence) => (
            <li key={sentence} className="font-semibold">
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function signOf(activity: string): URLSearchParams {
  return new URLSearchParams({ activity });
}

/** The step of the form in which words stand that were not sent yet; null when nothing is written. */
function writtenHere(): string | null {
  const begun = [...document.querySelectorAll<HTMLTextAreaElement>('form[action*="/steps/"] textarea')].find(
    ({ value, defaultValue }) => value.trim() !== "" && value !== defaultValue,
  );
  const action = begun?.closest("form")?.getAttribute("action") ?? "";
  return /\/steps\/([a-z_]+)\/take$/.exec(action)?.[1] ?? null;
}
