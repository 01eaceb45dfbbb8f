// Decides what one e-mail address is. Whoever controls the form of an address controls where the answer's key goes.
// Answers to RFC 5321 §4.1.2 (without quoted local parts and address literals) and RFC 5321 §4.5.3.1.3.

// Plain ASCII on purpose: look-alike signs that a mail program folds into @ , < or > never come this far. Names in other
// scripts travel as punycode.
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const shape = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/** True for exactly one plain address of at most 254 characters, in the form in which it is stored. */
export function isMailAddress(canonical: string): boolean {
  return canonical.length <= 254 && !canonical.startsWith("-") && shape.test(canonical);
}

/** "k…@example.org": enough to recognise, not enough to learn. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? email : `${email.charAt(0)}…${email.slice(at)}`;
}
