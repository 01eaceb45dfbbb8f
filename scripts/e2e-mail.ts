import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

export type TestMail = { url: string; close(): Promise<void> };

/**
 * A real SMTP server that keeps every letter as a file, `<number>.eml`, for whichever test waits for it. It knows no
 * mailbox whose name begins with "gone", and says so as a real one does.
 */
export async function startTestMail(folder: string): Promise<TestMail> {
  mkdirSync(folder, { recursive: true });
  // A portal that is started again goes on where its mail server stopped.
  let count = readdirSync(folder).length;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _, callback) {
      if (!address.startsWith("gone")) callback();
      else callback(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    },
    onData(stream, _, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        count += 1;
        const file = join(folder, `${String(count).padStart(5, "0")}.eml`);
        // Renamed into place: a test that watches the folder never reads half a letter.
        writeFileSync(`${file}.half`, Buffer.concat(parts));
        renameSync(`${file}.half`, file);
        callback();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
