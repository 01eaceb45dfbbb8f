import { Button } from "@/components/ui/button";
import type { QueueFilter } from "@/lib/domain/queue";
import { queueAddress } from "@/lib/forms/console-queue";

/** The form that the boxes of the rows belong to. */
export const bulkFormId = "bulk";

/** One step for many: the rows with a tick, or the whole filter, whatever of it is on this page. */
export function BulkBar({ filter, total }: { filter: QueueFilter; total: string }) {
  const fields = [...new URLSearchParams(queueAddress(filter, {}).split("?")[1])];
  return (
    <form
      id={bulkFormId}
      method="get"
      action="/console/bulk"
      data-print="hide"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small"
    >
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="text-quiet">One step for many:</span>
      {/* Reached by a key from any row. */}
      <span data-bulk="selected">
        <Button variant="quiet" name="which" value="selected">
          the selected
        </Button>
      </span>
      <Button variant="quiet" name="which" value="all">
        {`all ${total} in this filter`}
      </Button>
      <Button variant="quiet" name="which" value="but">
        all but the selected
      </Button>
    </form>
  );
}

/** The box of one row. */
export function SelectRow({ reference }: { reference: string }) {
  return (
    <input
      type="checkbox"
      form={bulkFormId}
      name="row"
      value={reference}
      aria-label={`Select ${reference}`}
      className="size-4 cursor-pointer accent-(--accent)"
    />
  );
}
