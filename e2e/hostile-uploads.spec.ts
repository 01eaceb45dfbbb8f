import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";

const page = "<!doctype html><script>alert(1)</script>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const refused: readonly (readonly [name: string, bytes: string | Uint8Array])[] = [
  ["passport.pdf", page],
  ["passport.png", svg],
  ["drawing.svg", svg],
  ["page.html", page],
  ["page.txt", `  \n${page}`],
  ["entities.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ["program.exe", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])],
  ["page.mhtml", `MIME-Version: 1.0\nContent-Type: multipart/related\n\n${page}`],
  ["nothing.txt", new Uint8Array([0xff, 0xfe, 0, 1])],
  ["archive.tar", new Uint8Array(1024)],
];

test("V5.2.2 ATK-U1: what is not one of the taken kinds by its bytes is refused, and the text stays", async ({
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  for (const [name, bytes] of refused) {
    const form = new FormData();
    form.set("words", `I send you ${name}`);
    form.append("files", new File(["an innocent text"], "innocent.txt"));
    form.append("files", new File([bytes as BlobPart], name));
    const sent = await visitor.post(`${filed.page}/write/send`, form);
    expect([name, sent.location]).toEqual([name, `${filed.page}/write?again=1#error-summary`]);
    const { text } = await visitor.get(`${filed.page}/write?again=1`);
    expect(text).toContain(`We cannot take ${name}.`);
    expect(text).toContain(`I send you ${name}`);
  }
  expect((await visitor.get(filed.page)).text).not.toContain("innocent.txt");
});

test("V5.2.1: files beyond the limits of number and size are refused with the limit; up to it they are taken", async ({
  signedIn,
  email,
}) => {
  test.setTimeout(240_000);
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email, right: "withdraw_consent", details: {} });
  const send = (words: string, sizes: readonly number[]) => {
    const form = new FormData();
    form.set("words", words);
    for (const [place, size] of sizes.entries()) form.append("files", new File(["a".repeat(size)], `${place}.txt`));
    return visitor.post(`${filed.page}/write/send`, form);
  };
  const many = await send("six files", [1, 1, 1, 1, 1, 1]);
  expect((await visitor.get(many.location.split("#")[0] ?? "")).text).toContain("Choose 5 files or fewer.");
  const large = await send("a large one", [10_000_001]);
  expect((await visitor.get(large.location.split("#")[0] ?? "")).text).toContain("larger than 10 MB");
  expect((await send("too much at once", [30_000_000, 30_000_000])).status).toBe(413);
  expect((await send("all that may be", [9_000_000, 9_000_000])).location).toContain("said=written");

  // An answer may be larger still, and reaches the person whole.
  const handler = rawStaff(await signedIn("handler"));
  await takeNow(handler, filed.reference, "begin");
  const form = new FormData();
  form.set("seenVersion", "99");
  form.set("words", "Here it is.");
  form.set("outcome-withdraw_consent", "granted");
  form.append("files", new File(["b".repeat(30_000_000)], "everything.txt"));
  const prepared = await handler.post(`/console/requests/${filed.reference}/steps/prepare/take`, form);
  expect(prepared.location).toContain("done=prepare");
  await takeNow(rawStaff(await signedIn("approver")), filed.reference, "release");
  const { text } = await visitor.get(filed.page);
  const file = /\/files\/([0-9a-f-]{36})/.exec(text)?.[1] ?? "";
  const got = await visitor.get(`${filed.page}/files/${file}`);
  expect([got.status, got.bytes.byteLength]).toEqual([200, 30_000_000]);
});

test("V3.2.1 V5.4 ATK-U2: a stored file comes as a download with its own policy, once, whatever it says of itself", async ({
  signedIn,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  const names = [
    'a"b\r\nX-Evil: 1\\c.txt',
    "../../etc/passwd.txt",
    "C:\\x\\y.txt",
    "\u202egnp.txt",
    "\u{1f989} ‹öwl›.txt",
    `${"n".repeat(400)}.txt`,
  ];
  for (const name of names) {
    const form = new FormData();
    form.set("words", "with a file");
    form.append("files", new File(["%PDF-1.7 no\n<script>alert(1)</script>"], name));
    expect((await visitor.post(`${filed.page}/write/send`, form)).location).toMatch(/said=written|again=1/);
  }
  const polyglot = new FormData();
  polyglot.set("words", "a polyglot");
  polyglot.append(
    "files",
    new File([`%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n${page}\n%%EOF`], "id.pdf", { type: "text/html" }),
  );
  expect((await visitor.post(`${filed.page}/write/send`, polyglot)).location).toContain("said=written");

  const handler = rawStaff(await signedIn("handler"));
  const { text } = await handler.get(`/console/requests/${filed.reference}`);
  const files = [...new Set([...text.matchAll(/\/files\/[0-9a-f-]{36}/g)].map(([path]) => path))];
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    const got = await handler.get(`/console/requests/${filed.reference}${path}`);
    const header = (name: string) => got.lines.filter(([one]) => one === name).map(([, value]) => value);
    expect(got.status).toBe(200);
    expect(header("content-security-policy")).toEqual(["sandbox; default-src 'none'"]);
    expect(header("x-content-type-options")).toEqual(["nosniff"]);
    expect(header("cache-control")).toEqual(["private, no-store"]);
    expect(header("content-type")[0]).toMatch(/^(text\/plain|application\/pdf)/);
    expect(header("content-disposition")).toHaveLength(1);
    expect(header("content-disposition")[0]).toMatch(/^attachment; filename="[^"/\\]+"; filename\*=UTF-8''[^/]+$/);
    expect(header("x-evil")).toEqual([]);
    for (const destination of ["script", "iframe", "style", "embed", "object", "image"]) {
      const inside = await handler.get(`/console/requests/${filed.reference}${path}`, {
        "sec-fetch-dest": destination,
      });
      expect([destination, inside.status]).toEqual([destination, 404]);
    }
  }
  // On the disk lie ids and ciphertext alone.
  const folder = join(process.env.E2E_DATA_DIR ?? "", "files");
  const stored = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.includes("."));
  expect(
    stored.filter((name) => !/^[0-9a-f]{2}[/\\][0-9a-f-]{36}\.age$/.test(name) && !name.endsWith(".partial")),
  ).toEqual([]);
});
