import type { ReactNode } from "react";

const shapes = {
  back: <path d="M10 3 5 8l5 5" />,
  forward: <path d="m6 3 5 5-5 5" />,
  arrow: <path d="M2.5 8h11m-4-4 4 4-4 4" />,
  check: <path d="m3 8.5 3.5 3.5L13 4.5" />,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  file: <path d="M4 1.5h5L12.5 5v9.5h-8.5zM9 1.5V5h3.5" />,
  download: <path d="M8 2v8.5m-3.5-3.5L8 10.5 11.5 7M2.5 13.5h11" />,
  print: <path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z" />,
  search: <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8 3.7 3.7" />,
  clock: <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.5 2" />,
  letter: <path d="M1.5 3.5h13v9h-13zm.3.4L8 9l6.2-5.1" />,
  lock: <path d="M3.5 7h9v7h-9zm2-.2V4.5a2.5 2.5 0 0 1 5 0v2.3" />,
  person: <path d="M8 2.2a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM2.8 14c.5-3 2.5-4.6 5.2-4.6s4.7 1.6 5.2 4.6" />,
  note: <path d="M2.5 2.5h11v7l-4 4h-7zM9.5 13.5v-4h4M5 5.5h6M5 8.5h3" />,
  notice: <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.7v.3" />,
  warning: <path d="M8 2 14.8 13.8H1.2zM8 6.5v3.3m0 1.8v.3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Drawn at the size of the text. Always beside a word; with `name` it may stand alone in the console's toolbar. */
export function Icon({ icon, name, className = "" }: { icon: IconName; name?: string; className?: string }) {
  const label = name ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden beside its word, or titled by `name`
    <svg
      {...label}
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`inline-block shrink-0 ${className}`}
      focusable="false"
    >
      {name ? <title>{name}</title> : null}
      {shapes[icon]}
    </svg>
  );
}
