import { sizeText } from "@/components/console/instant-words";
import type { ShownFile } from "@/components/console/shown-request";
import { FileList } from "@/components/ui/file-list";

const kinds: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/json": "JSON",
  "text/csv": "CSV",
};

/** Files of a message or answer. Opening one is written into the request's record. */
export function ShownFiles({ reference, files }: { reference: string; files: readonly ShownFile[] }) {
  const there = files.filter(({ destroyed }) => !destroyed);
  const gone = files.length - there.length;
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
      {gone > 0 ? <p className="text-small text-quiet">{gone} destroyed</p> : null}
    </>
  );
}
