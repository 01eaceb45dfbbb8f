import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import { letterAsFile, messageIdOf, type Posting, returnAddress, verdictOf } from "./post";
import { smtpOptions } from "./smtp-options";

const letterId = "0199a1b2-0000-4000-8000-000000000001";
const posting: Posting = {
  letterId,
  letter: { subject: "[H4K2-9QTM-7] Demo: a letter", html: "<p>Hello</p>", text: "Hello\n", language: "en" },
  to: "robin@example.com",
  from: { name: "Demo desk", email: "privacy@demo.example.org" },
  replyTo: "privacy@demo.example.org",
  organisation: "Demo",
  firstLetterId: null,
  stopUrl: null,
  now: new Date("2026-12-04T10:00:00Z"),
};

describe("how a mail server is reached", () => {
  it("turns to TLS wherever the line leaves this machine", () => {
    expect(smtpOptions("smtp://user:p%40ss@mail.example.org")).toMatchObject({
      host: "mail.example.org",
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: "user", pass: "p@ss" },
      tls: { rejectUnauthorized: true },
    });
    expect(smtpOptions("smtps://mail.example.org")).toMatchObject({ port: 465, secure: true, requireTLS: false });
  });

  it.each(["smtp://127.0.0.1:2525", "smtp://localhost", "smtp://[::1]:2525", "smtp://mail.example.org?insecure"])(
    "lets %s go plain: it is this machine, or the operator said so",
    (url) => {
      expect(smtpOptions(url)).toMatchObject({ requireTLS: false, tls: { rejectUnauthorized: false } });
    },
  );

  it("never waits long, and shorter when told", () => {
    expect(smtpOptions("smtp://localhost")).toMatchObject({
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
    });
    expect(smtpOptions("smtp://localhost?timeout=2")).toMatchObject({ connectionTimeout: 2000, socketTimeout: 2000 });
  });
});

describe("ATK-M9: a letter that names files of this machine, or addresses of its network", () => {
  it.each([{ path: "/etc/hostname" }, { href: "http://127.0.0.1:1/" }])("is never written: %o", async (attached) => {
    const { disableFileAccess, disableUrlAccess } = smtpOptions("smtp://localhost");
    const closed = createTransport({ streamTransport: true, buffer: true, disableFileAccess, disableUrlAccess });
    const mail = { from: "a@example.org", to: "b@example.org", text: "t", attachments: [attached] };
    await expect(closed.sendMail(mail)).rejects.toThrow(/access rejected/i);
  });
});

describe("what a failure means", () => {
  it.each([
    [{ responseCode: 550, command: "RCPT TO", code: "EENVELOPE" }, "permanent", "550 at RCPT TO"],
    [{ responseCode: 552, command: "DATA", code: "EMESSAGE" }, "permanent", "552 at DATA"],
    [{ responseCode: 553, command: "MAIL FROM", code: "EENVELOPE" }, "permanent", "553 at MAIL FROM"],
    [{ responseCode: 451, command: "RCPT TO", code: "EENVELOPE" }, "retry", "451 at RCPT TO"],
    [{ responseCode: 535, command: "AUTH PLAIN", code: "EAUTH" }, "retry", "535 at AUTH PLAIN"],
    [{ responseCode: 554, command: "CONN", code: "EPROTOCOL" }, "retry", "554 at CONN"],
    [{ code: "ETLS", command: "STARTTLS" }, "retry", "ETLS at STARTTLS"],
    [{ code: "EDNS", command: "CONN" }, "retry", "EDNS at CONN"],
    [new TypeError("a bug"), "retry", "unknown"],
  ])("%o is %s", (fault, status, reason) => {
    expect(verdictOf(fault)).toEqual({ status, reason });
  });
});

describe("what is on the envelope", () => {
  it("comes back to an address that names the letter and keeps within 64 signs", () => {
    expect(returnAddress(letterId, "privacy@demo.example.org")).toBe(
      "privacy+0199a1b2000040008000000000000001@demo.example.org",
    );
    const [local = ""] = returnAddress(letterId, `${"x".repeat(60)}@demo.example.org`).split("@");
    expect(local).toHaveLength(64);
    expect(messageIdOf(letterId, "privacy@demo.example.org")).toBe(`<${letterId}@demo.example.org>`);
  });

  it.each([
    "victim@example.com,attacker@example.org",
    "victim@example.com\r\nBcc: attacker@example.org",
    "victim@example.com>\r\nRCPT TO:<attacker@example.org",
  ])("an address that is none (%j) never becomes two, nor a header", async (to) => {
    const written = await letterAsFile({ ...posting, to }).then(String, () => "refused");
    expect(written).not.toMatch(/^bcc:/im);
    expect(written.match(/^To:.*$/gim)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it("ATK-M8: says who, when and in which language, and sets nobody's machine answering", async () => {
    const written = (await letterAsFile(posting)).toString("utf8");
    expect(written).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(written).toMatch(/^Date: Fri, 04 Dec 2026 10:00:00 \+0000\r$/m);
    expect(written).toMatch(/^Content-Language: en\r$/m);
    expect(written).not.toMatch(/^(In-Reply-To|References|X-Mailer|List-Unsubscribe|List-Unsubscribe-Post):/m);
  });

  it("RFC 8058 §3.1: a letter that can be stopped says where, in one address, and that one click will do", async () => {
    const stopUrl = `https://privacy.example.org/console/weekly/stop/${"x".repeat(86)}`;
    const written = (await letterAsFile({ ...posting, stopUrl })).toString("utf8");
    const unfolded = written.replaceAll(/\r\n[ \t]+/g, " ");
    expect(unfolded).toContain(`\r\nList-Unsubscribe: <${stopUrl}>\r\n`);
    expect(unfolded).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  });
});
