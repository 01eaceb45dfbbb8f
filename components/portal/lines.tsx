/** Words as they were typed: line breaks kept, long words broken. */
export function Lines({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>;
}
