import { describe, expect, it } from "vitest";
import { downloadAnswer, isNavigation } from "./download";

function answer(name: string) {
  return downloadAnswer(new Blob(["bytes"]).stream(), { name, mediaType: "application/pdf", size: 5 });
}

describe("V3.2.1: a stored file is a download and never a page", () => {
  it("says so in every header that browsers look at", async () => {
    const { headers, status } = answer("letter.pdf");
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-length")).toBe("5");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });
  it("hands over the bytes as they are", async () => expect(await answer("a.pdf").text()).toBe("bytes"));
});

describe("V5.4.1: the name cannot break out of its header (RFC 6266)", () => {
  it.each([
    [
      'a"; filename="b.exe',
      "attachment; filename=\"a_; filename=_b.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe",
    ],
    ["a\\b.pdf", "attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a%5Cb.pdf"],
    [
      "a\r\nSet-Cookie: x=1.pdf",
      "attachment; filename=\"a__Set-Cookie: x=1.pdf\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1.pdf",
    ],
    [
      "Überblick 📄.pdf",
      "attachment; filename=\"_berblick __.pdf\"; filename*=UTF-8''%C3%9Cberblick%20%F0%9F%93%84.pdf",
    ],
  ])("%j", (name, header) => {
    expect(answer(name).headers.get("content-disposition")).toBe(header);
    expect(answer(name).headers.get("set-cookie")).toBeNull();
  });
  it("writes an apostrophe and brackets the way RFC 5987 wants them", () => {
    expect(answer("it's (1)*.pdf").headers.get("content-disposition")).toContain(
      "filename*=UTF-8''it%27s%20%281%29%2A.pdf",
    );
  });
  it("takes half a character without a fault", () => {
    expect(answer("a\ud83d.pdf").headers.get("content-disposition")).toMatch(/^attachment;/);
  });
});

it("V3.2.1: is given to a person who opens it, not to a page that wants a script, a style or a frame", () => {
  const asked = ["document", "empty", "script", "style", "iframe", "embed", "object", "image"];
  const given = asked.filter((destination) => isNavigation(new Headers({ "sec-fetch-dest": destination })));
  expect(given).toEqual(["document", "empty"]);
  expect(isNavigation(new Headers())).toBe(true);
});
