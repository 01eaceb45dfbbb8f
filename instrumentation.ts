/** Runs once in each server process before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchPeers } = await import("@/lib/web/peer-address");
  const { tameMethods } = await import("@/lib/web/unspeakable-methods");
  tameMethods();
  watchPeers();
}
