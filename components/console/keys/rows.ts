// Where the keys find the rows of a list and the request at hand: in the page itself, by the link that names each row.
// The link has the focus, so a screen reader reads it, and Enter opens it without any help from us.
import type { KeyPlace } from "@/lib/forms/console-keys";

const rowLink = 'main tbody th[scope="row"] a[href^="/console/requests/"]';
const listKey = "habeas-list";
const rowKey = "habeas-row";

function rowLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(rowLink)];
}

function currentRow(): HTMLTableRowElement | null {
  const row = document.activeElement?.closest("tr");
  return row?.querySelector(rowLink) ? row : null;
}

function requestPath(): string | null {
  return /^\/console\/requests\/[^/]+/.exec(location.pathname)?.[0] ?? null;
}

export function placesHere(): readonly KeyPlace[] {
  if (requestPath()) return ["anywhere", "request"];
  return rowLinks().length > 0 ? ["anywhere", "list"] : ["anywhere"];
}

/** The address of the request that is open, or of the row that has the focus. */
export function requestAtHand(): string | null {
  return requestPath() ?? currentRow()?.querySelector<HTMLAnchorElement>(rowLink)?.getAttribute("href") ?? null;
}

/** Moves the focus by rows. Without one in focus: to the row that was opened last, else the first. */
export function moveRow(by: 1 | -1): void {
  const links = rowLinks();
  const here = links.findIndex((link) => link.closest("tr") === currentRow());
  const opened = links.findIndex((link) => link.getAttribute("href") === sessionStorage.getItem(rowKey));
  const next = here === -1 ? Math.max(opened, 0) : Math.min(Math.max(here + by, 0), links.length - 1);
  const link = links[next];
  link?.focus();
  link?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

/** Ticks or clears the box of the focused row. What is to be said about it; null where there is no box. */
export function selectRow(): string | null {
  const row = currentRow();
  const box = row?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (!row || !box) return null;
  box.click();
  const name = row.querySelector(rowLink)?.textContent ?? "";
  const count = document.querySelectorAll('main tbody input[type="checkbox"]:checked').length;
  return `${name} ${box.checked ? "selected" : "not selected"}. ${count} selected.`;
}

/** Keeps in this tab which list is open, so that Escape on a request leads back to it; the address holds no name. */
export function rememberPlace(): void {
  const request = requestPath();
  if (request) sessionStorage.setItem(rowKey, request);
  else if (rowLinks().length > 0) sessionStorage.setItem(listKey, location.pathname + location.search);
}

/** Where Escape leads: out of a step to its request, out of a request to its list. Null: stay. */
export function wayBack(): string | null {
  const request = requestPath();
  if (!request || hasTypedWords()) return null;
  return location.pathname === request ? (sessionStorage.getItem(listKey) ?? "/console") : request;
}

// Escape must never cost somebody an answer they were writing.
function hasTypedWords(): boolean {
  const boxes = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main textarea, main input");
  return [...boxes].some((box) =>
    box instanceof HTMLInputElement && (box.type === "checkbox" || box.type === "radio")
      ? box.checked !== box.defaultChecked
      : box.value !== box.defaultValue,
  );
}

/** Whether keys go into a box: what takes text, and lists that are searched by typing. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  if (at instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "reset"].includes(at.type);
  return at.isContentEditable || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
}

/** The steps that are open on the request's page, as the page itself offers them. */
export function openStepsHere(): { name: string; to: string }[] {
  const request = requestPath();
  if (!request) return [];
  const offered = document.querySelectorAll<HTMLElement>(
    'main aside a[href*="/steps/"], main aside form[action*="/steps/"] button[type="submit"]',
  );
  return [...offered].flatMap((control) => {
    const address = control.getAttribute("href") ?? control.closest("form")?.getAttribute("action") ?? "";
    const step = /\/steps\/([a-z_]+)/.exec(address)?.[1];
    const name = control.textContent?.trim() ?? "";
    return step && control.getAttribute("aria-disabled") !== "true" ? [{ name, to: `${request}/steps/${step}` }] : [];
  });
}
