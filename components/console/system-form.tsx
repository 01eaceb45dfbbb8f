import { SystemAskedBy } from "@/components/console/system-asked-by";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { type Mistakes, one, type Typed } from "@/lib/forms/kept-values";

export type SystemFormProps = {
  /** The one that is changed; null: a new one. */
  system: { id: string; name: string; version: number } | null;
  profile: Pick<OrganisationProfile, "retention" | "recipients">;
  variablePrefix: string;
  typed: Typed;
  mistakes: Mistakes;
};

const order = ["id", "name", "owner", "ownerEmail", "categories", "recipients", "identifiers", "order", "kind"];
const how = ["instructions", "url", "secretVariable", "engine", "connectionVariable", "statements", "path", "format"];

/** One place where data lives: what it holds, who answers for it, how it is asked. Never a secret: variables hold those. */
export function SystemForm(props: SystemFormProps) {
  const { system, profile, typed, mistakes } = props;
  const field = (name: string) => ({
    name,
    defaultValue: one(typed, name),
    mistake: mistakes[name],
    autoComplete: "off",
  });
  const many = (name: string) => [typed[name] ?? []].flat();
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <ErrorSummary mistakes={mistakes} order={[...order, ...how, "category", "identifierFields"]} />
      <BackLink href="/console/settings/systems">Systems</BackLink>
      <Heading lead="A change counts from the next question on, and stands in the record under your name.">
        {system ? system.name : "Register a system"}
      </Heading>
      <form method="post" action="/console/settings/systems/save" className="flex flex-col gap-5" noValidate>
        <input type="hidden" name="seen" value={system?.id ?? ""} />
        {system ? <input type="hidden" name="version" value={system.version} /> : null}
        {system ? (
          <input type="hidden" name="id" value={system.id} />
        ) : (
          <TextInput
            {...field("id")}
            label="Id"
            hint="Small letters and digits, as billing_system. It stays."
            width={30}
          />
        )}
        <TextInput {...field("name")} label="Name" hint="People read it in their answer." />
        <TextInput {...field("owner")} label="Who answers for it" hint="A department rather than a person." />
        <TextInput
          {...field("ownerEmail")}
          label="Their e-mail address"
          optional="(optional)"
          hint="Tasks are sent there. Without one staff answer for them."
          type="email"
        />
        <Checkboxes
          name="categories"
          label="What it holds"
          mistake={mistakes.categories}
          options={profile.retention.map(({ category, name }) => ({ value: category, label: name }))}
          defaultValues={many("categories")}
        />
        {profile.recipients.length > 0 ? (
          <Checkboxes
            name="recipients"
            label="Who gets data from it"
            hint="They are told of a correction or erasure (GDPR Art. 19)."
            options={profile.recipients.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={many("recipients")}
          />
        ) : null}
        <TextInput
          {...field("identifiers")}
          label="What it finds people by"
          hint="Nothing else of the person is told to it: email, name, telephone, or the id of a point that you match by."
        />
        <TextInput
          {...field("order")}
          label="Place in an erasure"
          hint="Lower ones go first: what points at others before what is pointed at."
          width={10}
          inputMode="numeric"
        />
        <Section title="How it is asked" id="asked">
          <SystemAskedBy {...props} />
        </Section>
        <div>
          <Button>Save</Button>
        </div>
      </form>
    </div>
  );
}
