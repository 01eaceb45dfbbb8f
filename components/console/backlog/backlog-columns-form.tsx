import type { BacklogPageProps } from "@/components/console/backlog/backlog-page";
import { channelWords } from "@/components/console/event-sentence";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/radios";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { type BacklogField, backlogFieldNames, backlogFields, guessColumns } from "@/lib/domain/backlog/columns";
import type { BacklogTable } from "@/lib/domain/backlog/import";
import { spokenChannels } from "@/lib/domain/events";
import { columnField } from "@/lib/forms/console-backlog";

/** Which column is what, guessed from the headings until somebody chose. */
export function BacklogColumnsForm(props: BacklogPageProps & { table: BacklogTable }) {
  const { view, table, languages, typed, mistakes } = props;
  const chosen = view.settings?.columns ?? guessColumns(table.heads);
  const text = (name: string, otherwise: string | undefined) => {
    const value = typed[name];
    return typeof value === "string" ? value : otherwise;
  };
  const options = table.heads.map((head, at) => ({ value: String(at), label: columnLabel(table, head, at) }));
  const select = (field: BacklogField) => (
    <Select
      key={field}
      name={columnField(field)}
      label={backlogFields[field].label}
      optional={backlogFields[field].needed ? undefined : "(optional)"}
      empty={backlogFields[field].needed ? "Choose a column" : "No column"}
      options={options}
      defaultValue={text(columnField(field), chosen[field]?.toString())}
      mistake={mistakes[columnField(field)]}
    />
  );
  return (
    <form method="post" action={`/console/import/${view.id}/columns`} noValidate>
      <Section title="Which column is what" id="columns">
        <div className="flex flex-col gap-5">
          <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">{backlogFieldNames.map(select)}</div>
          <Radios
            name="dayOrder"
            label="Days with slashes are written"
            options={[
              { value: "day_first", label: "day first: 27/3/2026" },
              { value: "month_first", label: "month first: 3/27/2026" },
            ]}
            inline
            defaultValue={text("dayOrder", view.settings?.dayOrder ?? "day_first")}
            mistake={mistakes.dayOrder}
          />
          <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
            <Select
              name="channel"
              label="How they came, where the file does not say"
              options={spokenChannels.map((channel) => ({ value: channel, label: channelWords[channel] }))}
              defaultValue={text("channel", view.settings?.channel ?? "email")}
              mistake={mistakes.channel}
            />
            <Select
              name="language"
              label="Language of letters, where the file does not say"
              options={languages.offered.map((code) => ({
                value: code,
                label: new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code,
              }))}
              defaultValue={text("language", view.settings?.language ?? languages.default)}
              mistake={mistakes.language}
            />
          </div>
          <div>
            <Button variant={view.trial ? "secondary" : "primary"}>See what would happen</Button>
          </div>
        </div>
      </Section>
    </form>
  );
}

/** The heading, and the first value under it, so that nobody has to open the file beside. */
function columnLabel({ rows }: BacklogTable, head: string, at: number): string {
  const sample = rows.map((cells) => cells[at]?.trim()).find(Boolean);
  const name = head.trim() || `Column ${at + 1}`;
  return sample ? `${name} (${sample.slice(0, 40)})` : name;
}
