import { viewNames } from "@/components/console/queue-tabs";
import type { StaffRole } from "@/lib/domain/actor";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import { queueViews } from "@/lib/domain/queue";
import type { Command } from "@/lib/forms/console-commands";
import { keyName, keysFor } from "@/lib/forms/console-keys";
import { queueAddress } from "@/lib/forms/console-queue";

/** The commands of every page for somebody with these roles: rooms, views, and what stands beside the work. */
export function commandsFor(
  roles: readonly StaffRole[],
  rooms: readonly { href: string; label: string }[],
): readonly Command[] {
  const keys = keysFor(roles);
  const keyTo = (to: string) => {
    const found = keys.find(({ act }) => act.kind === "go" && act.to === to);
    return found ? { key: keyName(found) } : {};
  };
  const go = (name: string, to: string): Command => ({ group: "go", name, to, ...keyTo(to) });
  const enters = keys.some(({ act }) => act.kind === "go" && act.to === "/console/new");
  return [
    ...(enters ? [go("Enter a request", "/console/new")] : []),
    ...(mayImportBacklog(roles) ? [{ ...go("Bring a backlog along", "/console/import"), also: "import csv" }] : []),
    ...rooms.map(({ label, href }) => go(label, href)),
    go("Your account", "/console/account"),
    ...queueViews.map((view): Command => {
      const to = queueAddress({}, view === "open" ? {} : { view });
      return { group: "view", name: viewNames[view], to, ...keyTo(to) };
    }),
    ...themeNames.map(
      ([theme, name]): Command => ({ group: "theme", name, post: "/console/appearance", fields: { theme } }),
    ),
    { group: "help", name: "Keys", to: "/console/keys", key: "?", also: "shortcuts keyboard" },
  ];
}

const themeNames = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["system", "As this machine has it"],
] as const;
