/**
 * The organisation's colours for both themes, as text from `accentStyle` in lib/web/accent-colour. A style element,
 * because a `style` attribute knows no dark theme. Belongs in the organisation's layout.
 */
export function AccentStyle({ css, nonce }: { css: string; nonce?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is numbers computed by us, never what anybody typed
  return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />;
}
