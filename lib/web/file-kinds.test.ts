import { describe, expect, it } from "vitest";
import { mediaTypeOf } from "./file-kinds";

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

describe("V5.2.2: a file is what its bytes are, whatever its name says", () => {
  it.each([
    ["letter.pdf", pdf, "application/pdf"],
    ["letter.txt", pdf, "application/pdf"],
    ["scan.PNG", png, "image/png"],
    ["notes.txt", bytes("Grüße,\nRobin"), "text/plain"],
    ["table.CSV", bytes("a,b\n1,2"), "text/csv"],
    ["data.json", bytes('{"a":1}'), "application/json"],
    ["empty.txt", bytes(""), "text/plain"],
  ])("takes %s", async (name, content, type) => expect(await mediaTypeOf(name, content)).toBe(type));

  it.each([
    ["ATK-U1 HTML called a document", "id.pdf", bytes("<!doctype html><script>alert(1)</script>")],
    ["ATK-U1 HTML called text", "id.txt", bytes("\n  <html><script>alert(1)</script>")],
    ["V1.3.4 SVG", "logo.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["V1.3.4 SVG called text", "logo.txt", bytes('<svg onload="alert(1)"/>')],
    ["XML", "data.xml", bytes('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')],
    [
      "a program",
      "id.pdf",
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0]),
    ],
    ["a Windows program", "id.pdf", bytes("MZ\x90\0")],
    ["text with a NUL", "a.txt", bytes("a\0b")],
    ["text that is no UTF-8", "a.txt", Uint8Array.from([0xff, 0xfe, 0x00, 0x41, 0x80])],
    ["a name without ending", "README", bytes("words")],
    ["a script", "run.js", bytes("alert(1)")],
    ["GIF, which can be a script too", "a.gif", bytes("GIF89a/*\0\0")],
  ])("refuses %s", async (_, name, content) => expect(await mediaTypeOf(name, content)).toBeNull());
});
