/** One to four letters on the organisation's colour, and its name. `href` leads to its front page. */
export function OrganisationMark({ mark, name, href }: { mark: string; name: string; href: string }) {
  return (
    <a href={href} className="inline-flex min-h-(--tap) min-w-0 items-center gap-3 no-underline hover:underline">
      <span
        aria-hidden="true"
        className="grid h-9 min-w-9 shrink-0 place-items-center rounded bg-accent px-1.5 text-[1rem] font-bold tracking-tight text-accent-on print:border print:bg-transparent print:text-ink"
      >
        {mark}
      </span>
      <span className="min-w-0 truncate font-semibold">{name}</span>
    </a>
  );
}
