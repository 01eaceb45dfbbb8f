// Decides what people say on the telephone: a reference that survives bad handwriting and carries its own check.
// It is no secret: knowing it opens nothing.

// Crockford's base 32: no I, L, O or U, so that nothing is misread and no word appears.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Makes `H4K2-9QTM-P` from at least five random bytes: 40 bits and a check character. */
export function referenceFrom(random: Uint8Array): string {
  if (random.length < 5) throw new RangeError("a reference needs five random bytes");
  let bits = random.slice(0, 5).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let body = "";
  for (let place = 0; place < 8; place++) {
    body = alphabet.charAt(Number(bits & 31n)) + body;
    bits >>= 5n;
  }
  return `${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}`;
}

/** Reads what somebody typed: any case, with or without dashes, O for 0, I or L for 1. Null when it is no reference. */
export function parseReference(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(plain)) return null;
  const body = plain.slice(0, 8);
  if (checkCharacter(body) !== plain.charAt(8)) return null;
  return `${body.slice(0, 4)}-${body.slice(4)}-${plain.charAt(8)}`;
}

// Odd weights are invertible modulo 32, so every single wrong character is caught, and most swaps of neighbours.
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, place) => total + alphabet.indexOf(character) * (2 * place + 1), 0);
  return alphabet.charAt(sum % 32);
}
