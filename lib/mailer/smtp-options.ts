import "server-only";
import type SMTPTransport from "nodemailer/lib/smtp-transport";

// The library waits two minutes for a connection and ten for an answer; a worker has other letters to send.
const seconds = { connect: 15, greeting: 15, silence: 60 } as const;

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`. Plain connections must turn to TLS, except to this
 * machine or where `?insecure` says that the operator knows. `?timeout=5` bounds every wait (seconds).
 */
export function smtpOptions(smtpUrl: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const trusted = isLoopback(url.hostname) || url.searchParams.has("insecure");
  const bound = Number(url.searchParams.get("timeout")) || Number.POSITIVE_INFINITY;
  const wait = (limit: number) => Math.min(limit, bound) * 1000;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !trusted,
    tls: { rejectUnauthorized: !trusted, minVersion: "TLSv1.2" },
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: wait(seconds.connect),
    greetingTimeout: wait(seconds.greeting),
    socketTimeout: wait(seconds.silence),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
