import type { ReactNode } from "react";
import { type ConsoleLink, ConsoleShell } from "@/components/shell/console-shell";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { StaffRole } from "@/lib/domain/actor";
import { mayChangeSettings } from "@/lib/domain/settings-change";

export type ConsoleAccount = {
  name: string;
  roles: readonly StaffRole[];
  organisationId: string;
  organisation: string;
  mark: string;
  organisations: readonly { id: string; name: string }[];
};

const rooms = [
  { href: "/console", label: "Requests" },
  { href: "/console/reports/overdue", label: "Overdue" },
  { href: "/console/outbox", label: "Outbox" },
  { href: "/console/audit", label: "Audit" },
];
const settingsRoom = { href: "/console/settings/dates", label: "Settings" };
const team = { href: "/console/team", label: "Team" };

function isHere(path: string, href: string): boolean {
  if (href === "/console")
    return (
      path === "/console" ||
      path.startsWith("/console/requests") ||
      path === "/console/new" ||
      path.startsWith("/console/import")
    );
  if (href === settingsRoom.href) return path.startsWith("/console/settings");
  return path.startsWith(href);
}

/** The bar that every console page stands under: rooms, search, whose queue is open, who is signed in. */
export function ConsoleFrame(props: { path: string; account: ConsoleAccount | null; children: ReactNode }) {
  const { path, account, children } = props;
  if (!account) {
    return (
      <ConsoleShell organisation={{ name: "Habeas", mark: "H" }} nav={[]}>
        {children}
      </ConsoleShell>
    );
  }
  const leads = mayChangeSettings(account.roles) ? [settingsRoom] : [];
  const links = [...rooms, ...leads, ...(account.roles.includes("administrator") ? [team] : [])];
  const nav: ConsoleLink[] = links.map((link) => ({ ...link, current: isHere(path, link.href) }));
  return (
    <ConsoleShell
      organisation={{ name: account.organisation, mark: account.mark }}
      nav={nav}
      search={<SearchBox />}
      account={<Account account={account} />}
    >
      {children}
    </ConsoleShell>
  );
}

// Names and addresses are looked for by POST, so that they reach no address bar, no history and no log.
function SearchBox() {
  return (
    <search className="max-md:w-full">
      <form method="post" action="/console/search" className="flex items-center gap-1">
        <label htmlFor="console-search" className="sr-only">
          Search: reference, exact e-mail or exact name
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
