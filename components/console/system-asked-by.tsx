import type { SystemFormProps } from "@/components/console/system-form";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { one } from "@/lib/forms/kept-values";

type Props = Pick<SystemFormProps, "typed" | "mistakes" | "variablePrefix">;

/** The four ways, each with its own fields under it; only those of the chosen one are read. */
export function SystemAskedBy(props: Props) {
  const { typed, mistakes } = props;
  return (
    <Radios
      name="kind"
      label="Chosen way"
      hint="Only the fields of the chosen way count."
      mistake={mistakes.kind}
      defaultValue={one(typed, "kind")}
      options={[
        { value: "manual", label: "By letter to its owner, who looks", reveal: <Manual {...props} /> },
        { value: "http", label: "By a signed question over http", reveal: <Http {...props} /> },
        { value: "sql", label: "By statements in its database", reveal: <Sql {...props} /> },
        { value: "file", label: "From a file that it leaves here", reveal: <Drop {...props} /> },
      ]}
    />
  );
}

function fieldOf({ typed, mistakes }: Props) {
  return (name: string) => ({ name, defaultValue: one(typed, name), mistake: mistakes[name], autoComplete: "off" });
}

function Manual(props: Props) {
  const field = fieldOf(props);
  return <TextArea {...field("instructions")} label="What to look up" optional="(optional)" rows={3} />;
}

function Http(props: Props) {
  const field = fieldOf(props);
  return (
    <div className="flex flex-col gap-4">
      <TextInput {...field("url")} label="Address" hint="https, without a name or key in it." type="url" />
      <TextInput
        {...field("secretVariable")}
        label="Variable with the secret"
        hint={`The name only, beginning with ${props.variablePrefix}`}
      />
    </div>
  );
}

function Sql(props: Props) {
  const field = fieldOf(props);
  return (
    <div className="flex flex-col gap-4">
      <Radios
        name="engine"
        label="Database"
        inline
        mistake={props.mistakes.engine}
        defaultValue={one(props.typed, "engine")}
        options={[
          { value: "postgresql", label: "PostgreSQL" },
          { value: "mysql", label: "MySQL or MariaDB" },
        ]}
      />
      <TextInput
        {...field("connectionVariable")}
        label="Variable with the connection"
        hint={`The name only, beginning with ${props.variablePrefix}`}
      />
      <TextArea
        {...field("statements")}
        label="Statements"
        hint="Each under a line that says what for, as [export billing]. Parameters by name, as :email."
        rows={8}
      />
    </div>
  );
}

function Drop(props: Props) {
  const field = fieldOf(props);
  return (
    <div className="flex flex-col gap-4">
      <TextInput {...field("path")} label="File" hint="Below the organisation's folder, as exports/people.csv." />
      <Radios
        name="format"
        label="Format"
        inline
        mistake={props.mistakes.format}
        defaultValue={one(props.typed, "format")}
        options={[
          { value: "csv", label: "CSV" },
          { value: "json", label: "JSON" },
        ]}
      />
      <TextInput {...field("category")} label="Category of its rows" hint="The id, as billing." width={30} />
      <TextArea
        {...field("identifierFields")}
        label="Where each identifier stands"
        hint="One a line, as email = E-Mail."
        rows={3}
      />
    </div>
  );
}
