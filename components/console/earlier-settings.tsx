import { InsetText } from "@/components/ui/inset-text";
import { TextLink } from "@/components/ui/text-link";

/** For whoever may change settings: how many open requests keep a date of before, and where to look. `open` is counted to a thousand. */
export function EarlierSettings({ open }: { open: number }) {
  const many = open >= 1_000 ? "1,000 or more" : String(open);
  return (
    <InsetText>
      {many} open {open === 1 ? "request was" : "requests were"} promised under earlier settings.{" "}
      <TextLink href="/console/settings/dates">See which dates would move</TextLink>
    </InsetText>
  );
}
