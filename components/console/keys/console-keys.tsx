"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Palette } from "@/components/console/keys/palette";
import {
  isTyping,
  moveRow,
  openStepsHere,
  placesHere,
  rememberPlace,
  requestAtHand,
  selectRow,
  wayBack,
} from "@/components/console/keys/rows";
import type { Command } from "@/lib/forms/console-commands";
import { type ConsoleKey, meaningOf } from "@/lib/forms/console-keys";

type ConsoleKeysProps = {
  keys: readonly ConsoleKey[];
  singleKeys: boolean;
  commands: readonly Command[];
  /** The help sheet's list, as the server wrote it. */
  help: ReactNode;
};

// The second key of a sequence counts for as long as it takes to press it.
const sequenceMilliseconds = 1500;

/** Listens to the keyboard on every page of the console. Takes no step: each key leads to where it is taken. */
export function ConsoleKeys({ keys, singleKeys, commands, help }: ConsoleKeysProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [offered, setOffered] = useState<readonly Command[] | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    let before: { keys: readonly string[]; until: number } = { keys: [], until: 0 };
    rememberPlace();

    function act({ act: wanted }: ConsoleKey): boolean {
      if (wanted.kind === "go") location.assign(wanted.to);
      else if (wanted.kind === "of_request") {
        const request = requestAtHand();
        if (!request) return false;
        location.assign(request + wanted.page);
      } else if (wanted.kind === "next_row") moveRow(1);
      else if (wanted.kind === "previous_row") moveRow(-1);
      else if (wanted.kind === "select_row") setSaid(selectRow() ?? "Move to a row first, with j or k.");
      else if (wanted.kind === "bulk")
        document.querySelector<HTMLButtonElement>('[data-bulk="selected"] button')?.click();
      else if (wanted.kind === "search") document.getElementById("console-search")?.focus();
      else if (wanted.kind === "help") sheet.current?.showModal();
      else if (wanted.kind === "palette") setOffered([...stepCommands(), ...commands]);
      else return goBack();
      return true;
    }

    function pressed(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat) return;
      const meaning = meaningOf(
        {
          key: event.key.length === 1 && (event.ctrlKey || event.metaKey) ? event.key.toLowerCase() : event.key,
          control: event.ctrlKey || event.metaKey,
          alt: event.altKey,
          typing: isTyping(event),
          covered: document.querySelector("dialog[open]") !== null,
        },
        { keys, places: placesHere(), before: event.timeStamp < before.until ? before.keys : [], singleKeys },
      );
      before = { keys: [], until: 0 };
      if (meaning === null) return;
      if ("waiting" in meaning) before = { keys: meaning.waiting, until: event.timeStamp + sequenceMilliseconds };
      else if (act(meaning.key)) event.preventDefault();
    }
    document.addEventListener("keydown", pressed);
    // A page is read before its scripts have come: whoever drives a browser waits for this.
    document.documentElement.dataset.keys = "heard";
    return () => document.removeEventListener("keydown", pressed);
  }, [keys, singleKeys, commands]);

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <dialog
        ref={sheet}
        aria-labelledby="keys-sheet"
        className="m-auto max-h-[85dvh] w-[min(44rem,calc(100vw-2rem))] overflow-y-auto rounded bg-raised p-5 text-ink shadow-float backdrop:bg-(--shade)"
      >
        <div className="mb-3 flex items-center justify-between gap-4">
          <h2 id="keys-sheet" className="text-h2 font-semibold">
            Keys
          </h2>
          <form method="dialog">
            <button
              type="submit"
              className="min-control cursor-pointer rounded border border-line-strong px-[0.9em] font-semibold hover:border-ink"
            >
              Close
            </button>
          </form>
        </div>
        {help}
      </dialog>
      {offered ? <Palette commands={offered} close={() => setOffered(null)} /> : null}
    </>
  );
}

function stepCommands(): Command[] {
  return openStepsHere().map(({ name, to }) => ({ group: "step", name, to }));
}

/** Out of a box first, then out of the page. */
function goBack(): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLElement && at.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
    at.blur();
    return true;
  }
  const back = wayBack();
  if (back) location.assign(back);
  return back !== null;
}
