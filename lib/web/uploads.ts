import "server-only";
import type { FileToKeep } from "@/lib/domain/step-change";
import type { Mistakes } from "@/lib/forms/kept-values";
import { destroyBytes, storeBytes } from "@/lib/storage/file-store";
import { mediaTypeOf, takenKinds } from "./file-kinds";

export type UploadLimits = { files: number; bytesEach: number };

/** What a person may send with a message; the whole body is bounded by the door's maxBytes. */
export const messageUploads: UploadLimits = { files: 5, bytesEach: 10_000_000 };
export const answerUploads: UploadLimits = { files: 20, bytesEach: 50_000_000 };

export type Uploaded = { ok: true; files: FileToKeep[] } | { ok: false; mistakes: Mistakes };

/** Why files were not taken; whoever shows it says it in the reader's language. */
export type UploadProblem =
  | { what: "filesMany"; files: number }
  | { what: "fileLarge"; name: string; megabytes: number }
  | { what: "fileStrange"; name: string };

/** As staff read it. */
function inEnglish(problem: UploadProblem): string {
  switch (problem.what) {
    case "filesMany":
      return `Choose ${problem.files} files or fewer.`;
    case "fileLarge":
      return `${problem.name} is larger than ${problem.megabytes} MB. Choose a smaller file.`;
    case "fileStrange":
      return `We cannot take ${problem.name}. Choose a ${takenKinds} file.`;
  }
}

/** Takes the files of one field into the store, all or none, each looked at before it is kept. */
export async function takeUploads(
  form: FormData,
  field: string,
  limits: UploadLimits,
  say: (problem: UploadProblem) => string = inEnglish,
): Promise<Uploaded> {
  const given = form.getAll(field).filter((entry): entry is File => typeof entry !== "string" && entry.size > 0);
  const mistake = (problem: UploadProblem): Uploaded => ({ ok: false, mistakes: { [field]: say(problem) } });
  if (given.length > limits.files) return mistake({ what: "filesMany", files: limits.files });
  const large = given.find(({ size }) => size > limits.bytesEach);
  if (large) {
    const megabytes = Math.floor(limits.bytesEach / 1_000_000);
    return mistake({ what: "fileLarge", name: shownName(large), megabytes });
  }
  const typed = await Promise.all(given.map(async (file) => ({ file, mediaType: await typeOf(file) })));
  const strange = typed.find(({ mediaType }) => mediaType === null);
  if (strange) return mistake({ what: "fileStrange", name: shownName(strange.file) });
  const files: FileToKeep[] = [];
  try {
    for (const { file, mediaType } of typed) {
      files.push({ ...(await storeBytes(file.stream())), name: shownName(file), mediaType: mediaType ?? "" });
    }
  } catch (fault) {
    await dropUploads(files);
    throw fault;
  }
  return { ok: true, files };
}

/** Takes the step that these files belong to. Refused or failed, they are taken back: no file lies there without a row. */
export async function takeWithUploads<Taken extends { ok: boolean }>(
  files: readonly FileToKeep[],
  take: () => Promise<Taken>,
): Promise<Taken> {
  let kept = false;
  try {
    const taken = await take();
    kept = taken.ok;
    return taken;
  } finally {
    if (!kept) await dropUploads(files);
  }
}

/** Takes back what was stored. */
export async function dropUploads(files: readonly FileToKeep[]): Promise<void> {
  await Promise.all(files.map(({ id }) => destroyBytes(id)));
}

async function typeOf(file: File): Promise<string | null> {
  return mediaTypeOf(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** The name as it may be shown and given back: no folders, no control or direction characters, 150 characters at most. */
export function shownName(file: { name: string }): string {
  const last = file.name.split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(-150);
  return clean === "" || /^\.+$/.test(clean) ? "file" : clean;
}
