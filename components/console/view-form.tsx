import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { Mistakes } from "@/components/ui/mistakes";
import { TextInput } from "@/components/ui/text-input";

type ViewFormProps = {
  /** What stands in the boxes. */
  typed: { name: string; shared: boolean };
  from: string;
  id?: string;
  mistakes: Mistakes;
  mayShare: boolean;
};

/** Name a view and keep it: for oneself, or for everybody where that is allowed. */
export function ViewForm({ typed, from, id, mistakes, mayShare }: ViewFormProps) {
  return (
    <form method="post" action="/console/views/save" className="flex max-w-measure flex-col gap-4">
      <input type="hidden" name="from" value={from} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <TextInput
        name="name"
        label="Name of the view"
        hint="No names of persons: everybody who may see the view reads it."
        defaultValue={typed.name}
        width={30}
        {...(mistakes.name ? { mistake: mistakes.name } : {})}
      />
      {/* Whose a view is stays as it was made. */}
      {id ? typed.shared ? <input type="hidden" name="shared" value="yes" /> : null : null}
      {!id && mayShare ? (
        <Checkbox
          name="shared"
          label="For everybody in the organisation"
          hint="Colleagues see it beside their own. The record says who shared it."
          defaultChecked={typed.shared}
        />
      ) : null}
      <div>
        <Button>Save view</Button>
      </div>
    </form>
  );
}
