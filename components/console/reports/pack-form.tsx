import { ReportNav } from "@/components/console/reports/report-nav";
import { BulletList } from "@/components/ui/bullet-list";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { fieldId, type Mistakes } from "@/components/ui/mistakes";
import { TextInput } from "@/components/ui/text-input";

type PackFormProps = {
  organisation: string;
  span: { from: string; asOf: string };
  /** What has to be shown anew: the sign-in was a while ago. */
  ask: { password: boolean; code: boolean };
  mistakes: Mistakes;
};

const holds = [
  "figures of the period and as of its last day, each with what it counts; counts under five are hidden",
  "the timeline of every request: what happened, on which day, by a person, by staff or by the system",
  "the record itself with its hashes, the newest signed checkpoint, and a script that checks all of it offline",
  "no name, no address, and nothing that anybody wrote",
];

/** One form, one archive. */
export function PackForm({ organisation, span, ask, mistakes }: PackFormProps) {
  return (
    <div className="flex flex-col gap-6">
      <ReportNav here="pack" withPack />
      <ErrorSummary mistakes={mistakes} />
      <Heading over={organisation} lead="One archive for an authority that asks how requests were handled.">
        Regulator pack
      </Heading>
      <BulletList items={holds} />
      <form
        method="post"
        action="/console/reports/pack/make"
        noValidate
        className="flex max-w-[26rem] flex-col items-start gap-4 [&>*]:w-full [&>button]:w-auto"
      >
        <Day name="from" label="Requests received from" value={span.from} mistake={mistakes.from} />
        <Day name="asOf" label="As of the end of" value={span.asOf} mistake={mistakes.asOf} />
        {ask.password ? (
          <TextInput
            name="password"
            label="Your password"
            hint="You signed in a while ago, and this takes a lot away at once."
            type="password"
            autoComplete="current-password"
            mistake={mistakes.password}
          />
        ) : null}
        {ask.password && ask.code ? (
          <CodeInput name="code" label="Code from your authenticator" mistake={mistakes.code} />
        ) : null}
        <Button icon="download">Make the pack</Button>
      </form>
      <p className="max-w-measure text-small text-quiet">
        Making it is written into the organisation's record. The timelines are of single requests: give the pack to the
        authority, and publish none of it.
      </p>
    </div>
  );
}

function Day({ name, label, value, mistake }: { name: string; label: string; value: string; mistake?: string }) {
  const id = fieldId(name);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {mistake ? (
        <p id={`${id}-mistake`} className="text-late">
          {mistake}
        </p>
      ) : null}
      <input
        id={id}
        name={name}
        type="date"
        defaultValue={value}
        aria-describedby={mistake ? `${id}-mistake` : undefined}
        aria-invalid={mistake ? true : undefined}
        className="min-h-9 w-44 rounded border border-line-strong bg-raised px-2 hover:border-ink"
      />
    </div>
  );
}
