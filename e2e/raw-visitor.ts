import { randomInt } from "node:crypto";
import { type IncomingHttpHeaders, request } from "node:http";

export type Reply = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every header line as it came: one that is sent twice stands here twice. */
  lines: readonly (readonly [name: string, value: string])[];
  text: string;
  bytes: Buffer;
  location: string;
};
export type Fields = Readonly<Record<string, string | readonly string[]>> | FormData | URLSearchParams;
type Sent = { headers?: Readonly<Record<string, string>>; body?: string | Buffer };

/** Somebody without a browser: paths go out exactly as written, headers are theirs to invent, cookies are kept. */
export type RawVisitor = {
  cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** The page that a browser would show in the end: redirects within the portal are followed. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** A form as a browser posts it from our own page, unless the headers say otherwise. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  send(method: string, path: string, sent?: Sent): Promise<Reply>;
};

export const fromOwnPage = { "sec-fetch-site": "same-origin", origin: "null" } as const;

/** Each visitor comes from a loopback address of their own, because limits count by address. */
export function rawVisitor(options: { base?: string; cookies?: Iterable<readonly [string, string]> } = {}): RawVisitor {
  const base = new URL(options.base ?? process.env.E2E_BASE_URL ?? "");
  const cookies = new Map(options.cookies);
  const own = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  const localAddress = process.platform === "linux" ? own : undefined;

  function send(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Reply> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const own = { host: base.host, ...(cookie ? { cookie } : {}) };
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    return new Promise((settle, fail) => {
      const asked = request({
        hostname: base.hostname,
        port: base.port,
        method,
        path,
        localAddress,
        agent: false,
        headers: { ...own, ...length, ...headers },
      });
      asked.on("response", (got) => {
        const chunks: Buffer[] = [];
        got.on("data", (chunk: Buffer) => chunks.push(chunk));
        got.on("error", fail);
        got.on("end", () => {
          for (const line of got.headers["set-cookie"] ?? []) keep(cookies, line);
          const bytes = Buffer.concat(chunks);
          const lines = pairs(got.rawHeaders);
          const { statusCode: status = 0, headers: heard } = got;
          settle({ status, headers: heard, lines, bytes, text: bytes.toString(), location: heard.location ?? "" });
        });
      });
      asked.on("error", fail);
      asked.end(body);
    });
  }

  async function open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    let reply = await send("GET", path, { headers });
    for (let turn = 0; turn < 5 && reply.location.startsWith("/"); turn += 1) {
      reply = await send("GET", reply.location.split("#")[0] ?? "/", { headers });
    }
    return reply;
  }

  return {
    cookies,
    send,
    open,
    get: (path, headers) => send("GET", path, { headers }),
    async post(path, fields, headers = {}) {
      const { type, body } = await encoded(fields);
      return send("POST", path, { headers: { ...fromOwnPage, "content-type": type, ...headers }, body });
    },
  };
}

async function encoded(fields: Fields): Promise<{ type: string; body: Buffer }> {
  const form =
    fields instanceof FormData || fields instanceof URLSearchParams ? fields : new URLSearchParams(list(fields));
  const packed = new Response(form);
  return { type: packed.headers.get("content-type") ?? "", body: Buffer.from(await packed.arrayBuffer()) };
}

function list(fields: Readonly<Record<string, string | readonly string[]>>): string[][] {
  return Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, place) => (place % 2 === 0 ? [[name.toLowerCase(), raw[place + 1] ?? ""] as const] : []));
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...rest] = line.split(";");
  const at = pair.indexOf("=");
  const ended = rest.some((part) => /^\s*max-age=0$/i.test(part));
  if (ended) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}
