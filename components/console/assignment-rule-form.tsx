import { languageName } from "@/components/console/language-name";
import { relationNames } from "@/components/console/relation-words";
import { rightNames } from "@/components/console/right-names";
import { roleNames } from "@/components/console/role-names";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Details } from "@/components/ui/details";
import type { Mistakes } from "@/components/ui/mistakes";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { staffRoles } from "@/lib/domain/actor";
import { lawOf } from "@/lib/domain/laws";
import type { LawId } from "@/lib/domain/organisation";
import type { Right } from "@/lib/domain/right";
import { type Relation, relations } from "@/lib/domain/verification";
import type { Typed } from "@/lib/forms/kept-values";

type RuleFormProps = {
  members: readonly { id: string; name: string }[];
  rights: readonly Right[];
  regimes: readonly LawId[];
  languages: readonly string[];
  typed: Typed;
  mistakes: Mistakes;
};

const narrowed = (typed: Typed) =>
  ["regimes", "places", "relations"].some((name) => chosen(typed, name).some((value) => value !== ""));
const chosen = (typed: Typed, name: string) => [typed[name] ?? []].flat();

/** What a new rule is for, and who gets it. Nothing ticked in a list means: all of them. */
export function RuleForm({ members, rights, regimes, languages, typed, mistakes }: RuleFormProps) {
  const options = (values: readonly string[], label: (value: never) => string) =>
    values.map((value) => ({ value, label: label(value as never) }));
  return (
    <Section title="Add a rule" id="add">
      <form method="post" action="/console/settings/assignment/add" className="flex flex-col gap-5" noValidate>
        <TextInput
          name="name"
          label="Name"
          width={30}
          hint="The record says it: “Assigned by rule Erasure in German”."
          autoComplete="off"
          defaultValue={chosen(typed, "name")[0]}
          mistake={mistakes.name}
        />
        <Checkboxes
          name="rights"
          label="Rights"
          hint="None ticked: all."
          options={options(rights, (right: Right) => rightNames[right])}
          defaultValues={chosen(typed, "rights")}
        />
        <Checkboxes
          name="languages"
          label="Languages"
          hint="None ticked: all."
          options={options(languages, languageName)}
          defaultValues={chosen(typed, "languages")}
        />
        <Details summary="Only some laws, places or askers" open={narrowed(typed) || mistakes.places !== undefined}>
          <div className="flex flex-col gap-5">
            <Checkboxes
              name="regimes"
              label="Laws"
              hint="None ticked: all."
              options={options(regimes, (regime: LawId) => lawOf(regime).name)}
              defaultValues={chosen(typed, "regimes")}
            />
            <TextInput
              name="places"
              label="Places"
              hint="Where the person lives: countries as DE or US, states as US-CA, with commas between. Empty: all."
              autoComplete="off"
              defaultValue={chosen(typed, "places")[0]}
              mistake={mistakes.places}
            />
            <Checkboxes
              name="relations"
              label="Who asks"
              hint="None ticked: all."
              options={options(relations, (relation: Relation) => relationNames[relation])}
              defaultValues={chosen(typed, "relations")}
            />
          </div>
        </Details>
        <Checkboxes
          name="staff"
          label="Goes to"
          hint="Of several, whoever has the fewest open requests."
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={chosen(typed, "staff")}
          mistake={mistakes.staff}
        />
        <Select
          name="role"
          label="Or to everybody with a role"
          empty="no role"
          options={staffRoles
            .filter((role) => role !== "auditor")
            .map((role) => ({ value: role, label: roleNames[role] }))}
          defaultValue={chosen(typed, "role")[0]}
        />
        <div>
          <Button>Add the rule</Button>
        </div>
      </form>
    </Section>
  );
}
