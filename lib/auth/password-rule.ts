// Decides which passwords are taken. Answers to ASVS 5.0 V6.2 and NIST SP 800-63B: length counts, composition does not.
import "server-only";
import { commonWords } from "./common-words";

export const passwordLength = { least: 12, better: 15, most: 128 } as const;

/** One sentence saying why it cannot be taken, or null. Never changes what was typed: no trimming, no cutting. */
export function passwordMistake(password: string, email: string): string | null {
  const characters = [...password].length;
  if (characters < passwordLength.least)
    return `Use at least ${passwordLength.least} characters; ${passwordLength.better} or more is better.`;
  if (characters > passwordLength.most) return `Use at most ${passwordLength.most} characters.`;
  const mailbox = email.split("@")[0] ?? "";
  const lower = password.toLowerCase();
  if (lower.includes(email) || (mailbox.length >= 4 && lower.includes(mailbox)))
    return "Leave your e-mail address out of the password.";
  if (isCommon(lower))
    return "This password is among the first that are tried. Several unrelated words make a good one.";
  return null;
}

const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function isCommon(lower: string): boolean {
  const digitsAndSigns = /^[ -@[-`{-~]*$/;
  if (new Set(lower).size < 5 || digitsAndSigns.test(lower) || isRun(lower)) return true;
  const plain = lower.replaceAll(/[^\p{L}]/gu, "");
  const undisguised = [...lower.replace(/[^\p{L}]+$/u, "")].map((sign) => disguises[sign] ?? sign).join("");
  return [plain, undisguised.replaceAll(/[^\p{L}]/gu, "")].some(isCommonStem);
}

// "123456789012", "abcdefghijkl": each sign follows the one before it.
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index));
  const regular = steps.filter((step) => Math.abs(step) <= 1).length;
  return regular / steps.length > 0.8;
}

function isCommonStem(stem: string): boolean {
  if (commonWords.has(stem)) return true;
  for (let cut = 1; cut < stem.length; cut += 1) {
    if (commonWords.has(stem.slice(0, cut)) && commonWords.has(stem.slice(cut))) return true;
  }
  // "passwordpasswordpassword"
  return [...commonWords].some((word) => word.length >= 3 && stem !== "" && stem.replaceAll(word, "") === "");
}
