// Preloaded into a portal that a test starts on another day: the doors read the clock there, and nowhere else.
const shift = Number(process.env.E2E_DAYS_AGO ?? 0) * 86_400_000;
const Now = Date;

globalThis.Date = class extends Now {
  constructor(...given) {
    if (given.length === 0) super(Now.now() - shift);
    else super(...given);
  }
  static now() {
    return Now.now() - shift;
  }
};
