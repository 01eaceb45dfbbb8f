import type { Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** How the peer behaves: `hang` takes the message and says nothing; `drop` cuts the line after the last dot. */
export type SmtpMood = "well" | "hang" | "drop" | { at: "rcpt" | "data" | "mail"; code: number };

export type Delivered = { mail: Email; raw: string; from: string; to: string[] };

/** A real mail server on the loopback for tests, with moods. */
export async function startSmtp(port: number) {
  const delivered: Delivered[] = [];
  const lines = new Set<Socket>();
  let mood: SmtpMood = "well";
  let server = make();

  const refuse = (at: "rcpt" | "data" | "mail") =>
    typeof mood === "object" && mood.at === at
      ? Object.assign(new Error(`no: robin.canary@example.com`), { responseCode: mood.code })
      : null;

  function make() {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      disableReverseLookup: true,
      onMailFrom: (_, __, answer) => answer(refuse("mail")),
      onRcptTo: (_, __, answer) => answer(refuse("rcpt")),
      onData(stream, session, answer) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          if (mood === "hang") return;
          if (mood === "drop") {
            for (const line of lines) line.destroy();
            return;
          }
          const refused = refuse("data");
          if (refused) return answer(refused);
          const raw = Buffer.concat(chunks);
          const { mailFrom, rcptTo } = session.envelope;
          delivered.push({
            mail: await PostalMime.parse(raw),
            raw: raw.toString("utf8"),
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
          });
          answer();
        });
      },
    });
    made.server.on("connection", (line: Socket) => {
      lines.add(line);
      line.on("close", () => lines.delete(line));
    });
    // A client that gave up is no fault of the server's.
    made.on("error", () => {});
    return made;
  }

  const listen = () => new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const stop = () => {
    for (const line of lines) line.destroy();
    return new Promise<void>((done) => server.close(done));
  };
  await listen();
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    behave(next: SmtpMood) {
      mood = next;
    },
    stop,
    async startAgain() {
      server = make();
      await listen();
    },
  };
}
