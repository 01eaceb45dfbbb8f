import { sizeText } from "@/components/console/instant-words";
import type { ShownFile } from "@/components/console/shown-request";
import { FileList } from "@/components/ui/file-list";
import { refusals } from "@/lib/domain/refusal";

const kinds: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/json": "JSON",
  "text/csv": "CSV",
};

type ShownFilesProps = { reference: string; files: readonly ShownFile[]; opensPapers: boolean };

/** Files of a message or answer. Opening one is written into the request's record; papers say who alone opens them. */
export function ShownFiles({ reference, files, opensPapers }: ShownFilesProps) {
  const held = files.filter(({ destroyed }) => !destroyed);
  const there = held.filter(({ paper }) => opensPapers || !paper);
  const shut = held.filter(({ paper }) => paper && !opensPapers);
  const gone = files.length - held.length;
  return (
    <>
      {there.length > 0 ? (
        <FileList
          files={there.map(({ id, name, mediaType, size, digest }) => ({
            href: `/console/requests/${reference}/files/${id}`,
            name,
            facts: `${kinds[mediaType] ?? mediaType}, ${sizeText(size)} · SHA-256 ${digest.slice(0, 12)}…`,
          }))}
        />
      ) : null}
      {shut.length > 0 ? (
        <p className="text-small text-quiet">
          <span className="break-all">{shut.map(({ name }) => name).join(", ")}</span> · {refusals.paper_not_yours}
        </p>
      ) : null}
      {gone > 0 ? <p className="text-small text-quiet">{gone} destroyed</p> : null}
    </>
  );
}
