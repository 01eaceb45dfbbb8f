import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type FileRow = {
  href: string;
  name: string;
  /** "PDF, 240 kB". */
  facts: ReactNode;
  /** "until Fri 5 Feb 2027". */
  until?: ReactNode;
};

/** Files to save, each with kind, size and how long it stays. */
export function FileList({ files }: { files: readonly FileRow[] }) {
  return (
    <ul data-rows className="flex flex-col border-t border-line">
      {files.map((file) => (
        <li key={file.href} className="flex flex-wrap items-center gap-x-3 border-b border-line py-1">
          <a
            href={file.href}
            download
            className="inline-flex min-h-(--tap) min-w-0 items-center gap-2 text-accent-text underline underline-offset-[0.2em]"
          >
            <Icon icon="download" />
            <span className="min-w-0 break-all">{file.name}</span>
          </a>
          <span className="figures text-small text-quiet">
            {file.facts}
            {file.until ? <> · {file.until}</> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
