"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Command, fittingCommands, groupNames } from "@/lib/forms/console-commands";

/** Shown at once; the rest is found by typing. */
const most = 40;

/**
 * Every command of the console in one box: a combobox with a list under it, by the pattern of the ARIA Authoring Practices.
 * The focus stays in the box; `aria-activedescendant` says which command Enter takes.
 */
export function Palette({ commands, close }: { commands: readonly Command[]; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const shown = withSearch(fittingCommands(commands, typed).slice(0, most), typed);
  const optionId = (place: number) => `${id}-${place}`;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + shown.length }[event.key];
    if (to !== undefined) setAt(shown.length === 0 ? 0 : to % shown.length);
    else if (event.key === "Enter") run(shown[at]);
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label="Commands"
      className="mx-auto mt-[10dvh] mb-auto w-[min(38rem,calc(100vw-2rem))] overflow-hidden rounded bg-raised p-0 text-ink shadow-float backdrop:bg-(--shade)"
    >
      <div className="p-3">
        <label htmlFor={`${id}-box`} className="mb-1 block text-small text-quiet">
          Go to, find or do
        </label>
        <input
          id={`${id}-box`}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={pressed}
          className="min-control w-full rounded border border-line-strong bg-paper px-3"
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Commands"
        tabIndex={-1}
        className="max-h-[50dvh] overflow-y-auto border-t border-line py-1"
      >
        {shown.map((command, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and its Enter does the same
          <div
            key={`${command.group} ${command.name}`}
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onClick={() => run(command)}
            className="flex min-h-(--tap) cursor-pointer items-baseline gap-3 border-l-3 border-transparent px-3 py-1 hover:bg-sunken aria-selected:border-accent aria-selected:bg-accent-soft"
          >
            <span className="w-16 shrink-0 text-small text-quiet">{groupNames[command.group]}</span>
            <span className="grow">{command.name}</span>
            {command.key ? (
              <span aria-hidden="true" className="shrink-0 text-small text-quiet">
                {command.key}
              </span>
            ) : null}
          </div>
        ))}
      </div>
      <p className="border-t border-line px-3 py-2 text-small text-quiet">
        Arrows choose, Enter takes, Esc closes.{" "}
        <a href="/console/commands" className="underline">
          All as a page
        </a>
      </p>
      <p role="status" className="sr-only">
        {shown.length === 1 ? "1 command" : `${shown.length} commands`}
      </p>
    </dialog>
  );
}

// What names a person is sent in the body of the console's own search and reaches no address.
function withSearch(commands: readonly Command[], typed: string): readonly Command[] {
  const text = typed.trim();
  if (text === "") return commands;
  const search: Command = {
    group: "request",
    name: `Search for “${text}”`,
    post: "/console/search",
    fields: { text },
  };
  return [...commands, search];
}

function run(command: Command | undefined): void {
  if (!command) return;
  if ("to" in command) {
    location.assign(command.to);
    return;
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = command.post;
  const here = location.pathname;
  for (const [name, value] of Object.entries({ ...command.fields, to: here })) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
