import { Field, type FieldProps } from "@/components/ui/field";
import { describedBy, fieldId } from "@/components/ui/mistakes";

/** Choose files. Say in `hint` which kinds and what size; the browser's own button keeps its own words. */
export function FileInput(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const { name, hint, mistake, accept, multiple } = props;
  return (
    <Field {...props}>
      <input
        type="file"
        id={fieldId(name)}
        aria-describedby={describedBy(name, { hint, mistake })}
        aria-invalid={mistake ? true : undefined}
        className={
          "min-control w-full max-w-measure rounded border border-dashed border-line-strong bg-raised p-2 text-ink " +
          "file:mr-3 file:min-h-[calc(var(--control)-1.25rem)] file:cursor-pointer file:rounded file:border " +
          "file:border-line-strong file:bg-sunken file:px-3 file:font-semibold file:text-ink hover:border-ink"
        }
        {...{ name, accept, multiple }}
      />
    </Field>
  );
}
