"use client";

import { type PointerEvent, useEffect, useRef, useState } from "react";

type Words = {
  open: string;
  hint: string;
  undo: string;
  squares: string;
  picture: string;
  whole: string;
  covered: string;
};

const quietButton =
  "min-control cursor-pointer rounded border border-line-strong bg-raised px-[0.9em] font-semibold hover:border-ink";
type Box = { x: number; y: number; width: number; height: number };

const longestSide = 2000;

/**
 * Lets somebody black out parts of the chosen picture before it leaves the browser: the covered one takes its place in the
 * form. Without scripts, or where the browser cannot do it, the picture is covered on the next page instead.
 */
export function CoverBeforeSending({ field, words }: { field: string; words: Words }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useRef<ImageBitmap | null>(null);
  const chosen = useRef<File | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const input = inputOf(field);
    if (!input || typeof createImageBitmap !== "function") return;
    async function show() {
      const file = input?.files?.[0];
      picture.current = null;
      chosen.current = file ?? null;
      setBoxes([]);
      setOpen(false);
      if (!file?.type.startsWith("image/")) return;
      picture.current = await createImageBitmap(file).catch(() => null);
      setOpen(picture.current !== null);
    }
    // Only what the person chose begins anew: our own replacement makes no such event.
    input.addEventListener("change", show);
    // On a slow line a picture is chosen before this runs; a browser that goes Back may have kept one as well.
    if (input.files?.length) show();
    return () => input.removeEventListener("change", show);
  }, [field]);

  useEffect(() => {
    if (!open || !picture.current || !canvas.current) return;
    draw(canvas.current, picture.current, boxes);
    if (boxes.length > 0) replace(field, canvas.current);
    else giveBack(field, chosen.current);
  }, [open, boxes, field]);

  function place(event: PointerEvent<HTMLCanvasElement>) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  }
  function end(event: PointerEvent<HTMLCanvasElement>) {
    const [start, to] = [from.current, place(event)];
    from.current = null;
    if (!start) return;
    const [width, height] = [Math.abs(to.x - start.x), Math.abs(to.y - start.y)];
    if (width < 0.005 || height < 0.005) return;
    setBoxes([...boxes, { x: Math.min(start.x, to.x), y: Math.min(start.y, to.y), width, height }]);
  }

  if (!open) return null;
  return (
    <section className="flex flex-col gap-3" aria-label={words.open}>
      <h2 className="text-h3 font-semibold">{words.open}</h2>
      <p className="max-w-measure">{words.hint}</p>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.picture}
        className="w-full max-w-[60rem] cursor-crosshair touch-none rounded border border-line-strong"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = place(event);
        }}
        onPointerUp={end}
      />
      <p role="status" className="text-quiet">
        {boxes.length > 0 ? words.covered.replace("{count}", String(boxes.length)) : words.whole}
      </p>
      <div className="flex flex-wrap gap-3">
        {/* Two buttons by their keys: one that turned into the other under a press would send the form. */}
        {boxes.length > 0 ? (
          <button key="undo" type="button" className={quietButton} onClick={() => setBoxes(boxes.slice(0, -1))}>
            {words.undo}
          </button>
        ) : (
          <button key="squares" type="submit" className={quietButton}>
            {words.squares}
          </button>
        )}
      </div>
    </section>
  );
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, boxes: readonly Box[]) {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  for (const { x, y, width, height } of boxes) {
    pen.fillRect(x * canvas.width, y * canvas.height, width * canvas.width, height * canvas.height);
  }
}

/**
 * The covered picture takes the place of the chosen one, in the same moment: whoever presses Continue right after a stroke
 * sends what they see, and never the one that is less covered. What cannot be written leaves no picture at all.
 */
function replace(field: string, canvas: HTMLCanvasElement) {
  const [, written] = canvas.toDataURL("image/jpeg").split(",");
  const bytes = Uint8Array.from(atob(written ?? ""), (character) => character.charCodeAt(0));
  putInto(field, bytes.length > 0 ? new File([bytes], "covered.jpg", { type: "image/jpeg" }) : null);
}

/** Nothing is covered any more: what will be sent is the picture that was chosen, as the words beside it say. */
function giveBack(field: string, chosen: File | null) {
  if (chosen && inputOf(field)?.files?.[0] !== chosen) putInto(field, chosen);
}

function putInto(field: string, file: File | null) {
  const input = inputOf(field);
  if (!input) return;
  const held = new DataTransfer();
  if (file) held.items.add(file);
  input.files = held.files;
}

function inputOf(field: string) {
  return document.querySelector<HTMLInputElement>(`input[type=file][name="${field}"]`);
}
