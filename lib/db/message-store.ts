import "server-only";
import { randomUUID } from "node:crypto";
import type { FileToKeep } from "@/lib/domain/step-change";
import { type DataKey, openText, sealText } from "./field-encryption";
import type { Scope } from "./organisation-scope";

/** `proof`: sent while proof was asked for and missing; destroyed long before the rest. `export`: came from a system. */
export type FilePurpose = "message" | "proof" | "answer" | "export";
export type MessageFrom = "person" | "organisation" | "note";

/** Keeps the words of a step, sealed with the request's key, and returns their id for the event. */
export async function keepMessage(
  { tx, organisationId }: Scope,
  message: { requestId: string; key: DataKey; from: MessageFrom; staffId: string | null; words: string },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { requestId, key, from, staffId, words } = message;
  await tx.message.create({
    data: { id, organisationId, requestId, from, staffId, body: sealText(key, `message.body.${id}`, words), at: now },
  });
  return id;
}

export async function keepFiles(
  { tx, organisationId }: Scope,
  files: readonly FileToKeep[],
  of: {
    requestId: string;
    key: DataKey;
    purpose: FilePurpose;
    messageId?: string;
    answerId?: string;
    taskId?: string;
  },
  now: Date,
): Promise<void> {
  const { requestId, key, purpose, messageId = null, answerId = null, taskId = null } = of;
  await tx.storedFile.createMany({
    data: files.map(({ id, name, mediaType, size, digest, fileKey }) => ({
      id,
      organisationId,
      requestId,
      messageId,
      answerId,
      taskId,
      purpose,
      mediaType,
      size,
      digest,
      name: sealText(key, `stored_file.name.${id}`, name),
      fileKey: sealText(key, `stored_file.file_key.${id}`, fileKey),
      at: now,
    })),
  });
}

export type FileRow = { id: string; name: Uint8Array | null; fileKey: Uint8Array | null };

export function fileNameOf(key: DataKey, file: FileRow): string {
  return file.name ? openText(key, `stored_file.name.${file.id}`, file.name) : "destroyed";
}

/** The age identity that opens the bytes; null once the file was destroyed. */
export function fileKeyOf(key: DataKey, file: FileRow): string | null {
  return file.fileKey ? openText(key, `stored_file.file_key.${file.id}`, file.fileKey) : null;
}

export function messageWords(key: DataKey, message: { id: string; body: Uint8Array | null }): string | null {
  return message.body ? openText(key, `message.body.${message.id}`, message.body) : null;
}
