import type { ReactNode } from "react";
import { commandsFor } from "@/components/console/keys/commands-for";
import { ConsoleKeys } from "@/components/console/keys/console-keys";
import { KeyList } from "@/components/console/keys/key-list";
import { type ConsoleLink, ConsoleShell } from "@/components/shell/console-shell";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { StaffRole } from "@/lib/domain/actor";
import { mayWriteTemplates } from "@/lib/domain/letter-template";
import type { Density } from "@/lib/domain/queue-look";
import { mayChangeSettings } from "@/lib/domain/settings-change";
import { keysFor } from "@/lib/forms/console-keys";

export type ConsoleAccount = {
  name: string;
  roles: readonly StaffRole[];
  organisationId: string;
  organisation: string;
  mark: string;
  singleKeys: boolean;
  organisations: readonly { id: string; name: string }[];
};

const rooms = [
  { href: "/console", label: "Requests" },
  { href: "/console/reports/overdue", label: "Reports" },
  { href: "/console/outbox", label: "Outbox" },
  { href: "/console/audit", label: "Audit" },
];
const settingsRoom = { href: "/console/settings/dates", label: "Settings" };
const templates = { href: "/console/settings/templates", label: "Templates" };
const team = { href: "/console/team", label: "Team" };

/** The rooms that somebody with these roles may enter. */
export function roomsFor(roles: readonly StaffRole[]) {
  const settings = mayChangeSettings(roles) ? [settingsRoom] : [];
  const written = mayWriteTemplates(roles) ? [templates] : [];
  return [...rooms, ...written, ...settings, ...(roles.includes("administrator") ? [team] : [])];
}

function isHere(path: string, href: string): boolean {
  if (href === "/console") return path === "/console" || /^\/console\/(requests|new|bulk|import)(\/|$)/.test(path);
  if (href === settingsRoom.href) return path.startsWith("/console/settings");
  if (href.startsWith("/console/reports")) return path.startsWith("/console/reports");
  return path.startsWith(href);
}

type ConsoleFrameProps = { path: string; account: ConsoleAccount | null; density: Density; children: ReactNode };

/** The bar that every console page stands under: rooms, search, whose queue is open, who is signed in. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { path, account, density, children } = props;
  if (!account) {
    return (
      <ConsoleShell organisation={{ name: "Habeas", mark: "H" }} nav={[]}>
        {children}
      </ConsoleShell>
    );
  }
  const links = roomsFor(account.roles);
  const keys = keysFor(account.roles);
  const nav: ConsoleLink[] = links.map((link) => ({ ...link, current: isHere(path, link.href) }));
  return (
    <ConsoleShell
      organisation={{ name: account.organisation, mark: account.mark }}
      nav={nav}
      search={<SearchBox />}
      density={density}
      account={<Account account={account} />}
      footer={<Footer path={path} />}
    >
      {children}
      <ConsoleKeys
        keys={keys}
        singleKeys={account.singleKeys}
        commands={commandsFor(account.roles, links)}
        help={<KeyList keys={keys} level={3} />}
      />
    </ConsoleShell>
  );
}

/** The same as the help sheet and the palette, for whoever has no scripts or does not know the keys yet. */
function Footer({ path }: { path: string }) {
  const of = /^\/console\/requests\/([^/]+)/.exec(path)?.[1];
  return (
    <>
      <TextLink href="/console/keys" quiet alone>
        Keys
      </TextLink>
      <TextLink href={of ? `/console/commands?of=${of}` : "/console/commands"} quiet alone>
        Commands
      </TextLink>
    </>
  );
}

// Names and addresses are looked for by POST, so that they reach no address bar, no history and no log.
function SearchBox() {
  return (
    <search className="max-md:w-full">
      <form method="post" action="/console/search" className="flex items-center gap-1">
        <label htmlFor="console-search" className="sr-only">
          Search: reference, exact e-mail, exact name or a filter
        </label>
        <input
          id="console-search"
          name="text"
          type="search"
          autoComplete="off"
          placeholder="Reference, e-mail or name"
          className="min-h-8 w-52 grow rounded border border-line-strong bg-paper px-2 text-small placeholder:text-quiet hover:border-ink"
        />
        <button
          type="submit"
          className="grid size-8 cursor-pointer place-items-center rounded text-quiet hover:bg-sunken hover:text-ink"
        >
          <Icon icon="search" name="Search" />
        </button>
      </form>
    </search>
  );
}

/** An errand beside the work: it must not look like the page's next step. */
function BarButton({ children }: { children: string }) {
  return (
    <button
      type="submit"
      className="min-tap cursor-pointer px-1 text-small text-quiet underline decoration-line-strong decoration-1 underline-offset-[0.2em] hover:text-ink"
    >
      {children}
    </button>
  );
}

function Account({ account }: { account: ConsoleAccount }) {
  const { name, organisations, organisationId } = account;
  return (
    <>
      {organisations.length > 1 ? (
        <form method="post" action="/console/switch" className="flex items-center gap-1">
          <label htmlFor="console-organisation" className="sr-only">
            Organisation
          </label>
          <select
            id="console-organisation"
            name="organisation"
            defaultValue={organisationId}
            className="min-h-8 rounded border border-line-strong bg-paper px-2 text-small hover:border-ink"
          >
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <BarButton>Switch</BarButton>
        </form>
      ) : null}
      <span className="text-small text-quiet">
        <TextLink href="/console/account" quiet>
          {name}
        </TextLink>
      </span>
      <form method="post" action="/console/sign-out">
        <BarButton>Sign out</BarButton>
      </form>
    </>
  );
}
