import "server-only";
import { createTransport } from "nodemailer";
import type { ComposedLetter } from "@/emails/compose-letter";
import { isMailAddress } from "@/lib/domain/mail-address";
import { smtpOptions } from "./smtp-options";

/** Everything that goes on the envelope and into the headers. Addresses are objects' parts, never header text. */
export type Posting = {
  letterId: string;
  letter: ComposedLetter;
  to: string;
  from: { name: string; email: string };
  replyTo: string;
  organisation: string;
  /** Letter id of the first letter of this request to this reader; null when this is the first. */
  firstLetterId: string | null;
  /** Where a mail program stops such letters with one click (RFC 8058); null where nobody can: what the law owes is owed. */
  stopUrl: string | null;
  now: Date;
};

/** `retry`: nobody knows, or not now. `permanent`: this address will not take it. `reason` quotes nothing of the peer. */
export type Posted = { status: "sent" } | { status: "retry" | "permanent"; reason: string };

/** Hands a letter to the mail server. Never throws for what a server, a network or a silence can do. */
export async function postLetter(smtpUrl: string, posting: Posting): Promise<Posted> {
  // The mailer reads the envelope's text again: only what is exactly one address may get there.
  if (!isMailAddress(posting.to)) return { status: "permanent", reason: "not one plain address" };
  const transport = createTransport(smtpOptions(smtpUrl));
  try {
    await transport.sendMail(messageOf(posting));
    return { status: "sent" };
  } catch (fault) {
    return verdictOf(fault);
  } finally {
    transport.close();
  }
}

/** The message as a file (RFC 5322), for letters that wait until there is a mail server. */
export async function letterAsFile(posting: Posting): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...closedDoors });
  const { message } = await transport.sendMail(messageOf(posting));
  if (!Buffer.isBuffer(message)) throw new Error("the message came as a stream");
  return message;
}

// Whatever gets into a template can name neither a file nor an address to be fetched.
const closedDoors = { disableFileAccess: true, disableUrlAccess: true } as const;

/** Same letter, same id: whoever gets it twice sees it once (RFC 5322 §3.6.4). */
export function messageIdOf(letterId: string, senderEmail: string): string {
  return `<${letterId}@${domainOf(senderEmail)}>`;
}

function messageOf(posting: Posting) {
  const { letter, letterId, from, firstLetterId, organisation, stopUrl } = posting;
  const first = firstLetterId === null ? undefined : messageIdOf(firstLetterId, from.email);
  return {
    ...closedDoors,
    from: { name: from.name, address: from.email },
    to: { name: "", address: posting.to },
    replyTo: { name: from.name, address: posting.replyTo },
    envelope: { from: returnAddress(letterId, from.email), to: [posting.to] },
    messageId: messageIdOf(letterId, from.email),
    ...(first ? { inReplyTo: first, references: [first] } : {}),
    date: posting.now,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    // RFC 3834: nobody's holiday notice should answer us, and ours answers nobody's. RFC 2919 for List-Id.
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": letter.language,
      "List-Id": { prepared: true, value: `${listName(organisation)} <privacy-requests.${domainOf(from.email)}>` },
      ...(stopUrl ? stopHeaders(stopUrl) : {}),
    },
  };
}

// RFC 2369 §3.2 for the address, RFC 8058 §2 for the click. Prepared, so that the address is neither folded nor encoded.
function stopHeaders(stopUrl: string) {
  return {
    "List-Unsubscribe": { prepared: true, value: `<${stopUrl}>` },
    "List-Unsubscribe-Post": { prepared: true, value: "List-Unsubscribe=One-Click" },
  };
}

/** A bounce names its letter by the address it comes back to. Sub-addresses (RFC 5233) reach the desk's own mailbox. */
export function returnAddress(letterId: string, senderEmail: string): string {
  const [local = "privacy"] = senderEmail.split("@");
  const mark = letterId.replaceAll("-", "");
  // RFC 5321 §4.5.3.1.1 ends a local part at 64.
  return `${local.slice(0, 63 - mark.length)}+${mark}@${domainOf(senderEmail)}`;
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

// A phrase of plain ASCII needs no encoding, and a quoted one survives every filter.
function listName(organisation: string): string {
  const plain = organisation.replaceAll(/[^\w .-]/g, "").trim();
  return `"Privacy requests${plain ? `, ${plain}` : ""}"`;
}

type SmtpFault = { code?: string; responseCode?: number; command?: string };

/**
 * 5xx to the recipient or the message is final. 5xx before that (sign-in, greeting) says something about our settings,
 * and silence or a cut line says nothing: those are tried again (RFC 5321 §4.2.1).
 */
export function verdictOf(fault: unknown): Posted {
  const { code = "unknown", responseCode, command } = fault as SmtpFault;
  const about = /^(MAIL FROM|RCPT TO|DATA|SIZE)$/.test(command ?? "");
  const final = about && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  // The server's own words often quote the address, so only numbers and our own names are kept.
  const reason = [responseCode ?? code, command && /^[A-Z ]{1,20}$/.test(command) ? `at ${command}` : ""];
  return { status: final ? "permanent" : "retry", reason: reason.filter(Boolean).join(" ") };
}
