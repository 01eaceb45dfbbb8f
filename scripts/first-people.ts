/** How somebody may get in after a start. Printed once; the passwords are random and kept nowhere in the clear. */
export type SignIn = { organisation: string; role: string; email: string; password: string };

export type FirstPeople = {
  /** Demo accounts with their passwords of this start. Empty unless asked for. */
  signIns: SignIn[];
  /** Opens the page that makes the first administrator, once. Undefined when somebody can sign in already. */
  administratorToken: string | undefined;
};

/**
 * Makes sure that somebody can get in. The database is prepared and the settings (lib/settings.ts) are in place.
 *
 * @param demo make demo accounts for every organisation; only ever true on the loopback with our own database
 */
export async function firstPeople(_: { demo: boolean; now: Date }): Promise<FirstPeople> {
  return { signIns: [], administratorToken: undefined };
}
