import { BulletList } from "@/components/ui/bullet-list";
import { Notice } from "@/components/ui/notice";

/** What has to be known before a code is told: whoever asks for it may be anybody. */
export function DeliveryCodeFields() {
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <Notice tone="warning" title="Only by a number or an address that was on file before this request">
        <p>Never by one that was given in this request, in a message, or on the telephone just now.</p>
      </Notice>
      <BulletList
        items={[
          "Call the number on file yourself. Do not tell the code to somebody who called you.",
          "Or write it in a letter to the postal address on file.",
          "The code opens nothing alone. The person also types a code from their mailbox, signs in, or matches data.",
          "It works for 14 days, once. It cannot be shown again: make a new one instead.",
        ]}
      />
    </div>
  );
}
