// Preloaded into a portal that a test starts on another day: the doors read the clock there, and nowhere else.
const shift = Number(process.env.E2E_DAYS_AGO ?? 0) * 86_400_000;
const Earlier = Date;
const now = () => Earlier.now() - shift;

// A proxy and no subclass: libraries also call Date without new, and compare constructors.
globalThis.Date = new Proxy(Earlier, {
  construct: (_, given) => (given.length === 0 ? new Earlier(now()) : new Earlier(...given)),
  apply: () => new Earlier(now()).toString(),
  get: (kept, name) => (name === "now" ? now : Reflect.get(kept, name)),
});
Earlier.prototype.constructor = globalThis.Date;
