import { channelWords } from "@/components/console/event-sentence";
import { placeOptions } from "@/components/console/place-options";
import { relationWords } from "@/components/console/relation-words";
import { rightNames } from "@/components/console/right-names";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { DateInput } from "@/components/ui/date-input";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { spokenChannels } from "@/lib/domain/events";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { rightWords } from "@/lib/domain/right-words";
import { relations } from "@/lib/domain/verification";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";

type NewRequestProps = {
  organisation: { id: string; profile: OrganisationProfile };
  filingKey: string;
  typed: Typed;
  mistakes: Mistakes;
};

const order = [
  "channel",
  "receivedOn",
  "rights",
  "words",
  "relation",
  "name",
  "askerName",
  "place",
  "email",
  "telephone",
  "language",
];

/** Takes down a request that did not come through the portal. */
export function NewRequest({ organisation: { id, profile }, filingKey, typed, mistakes }: NewRequestProps) {
  const text = (name: string) => {
    const value = typed[name];
    return typeof value === "string" ? value : undefined;
  };
  const rights = typed.rights ?? [];
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href="/console">Requests</BackLink>
      <ErrorSummary mistakes={mistakes} order={order} />
      <Heading lead="For what came by telephone, e-mail, post or across the counter. The law counts from the day it reached anybody here. The person gets a letter that it was received.">
        Enter a request
      </Heading>
      <form method="post" action="/console/new/file" noValidate className="flex flex-col">
        <input type="hidden" name="organisation" value={id} />
        <input type="hidden" name="filingKey" value={text("filingKey") ?? filingKey} />
        <Section title="The request" id="request">
          <Radios
            name="channel"
            label="How it came"
            options={spokenChannels.map((channel) => ({ value: channel, label: capital(channelWords[channel]) }))}
            inline
            defaultValue={text("channel")}
            mistake={mistakes.channel}
          />
          <DateInput
            name="receivedOn"
            label="When it reached us"
            optional="(if not today)"
            hint="The due date is counted from this day."
            defaultValue={{
              day: text("receivedOn-day"),
              month: text("receivedOn-month"),
              year: text("receivedOn-year"),
            }}
            mistake={mistakes.receivedOn}
          />
          <Checkboxes
            name="rights"
            label="What they ask for"
            options={profile.rights.map(({ right }) => ({
              value: right,
              label: rightNames[right],
              hint: rightWords[right].does,
            }))}
            defaultValues={typeof rights === "string" ? [rights] : rights}
            mistake={mistakes.rights}
          />
          <TextArea
            name="words"
            label="In their words"
            optional="(optional)"
            hint="What they said or wrote."
            rows={4}
            defaultValue={text("words")}
            mistake={mistakes.words}
          />
        </Section>
        <Section title="The person" id="person">
          <Radios
            name="relation"
            label="They ask"
            options={relations.map((relation) => ({ value: relation, label: capital(relationWords[relation]) }))}
            defaultValue={text("relation")}
            mistake={mistakes.relation}
          />
          <TextInput
            name="name"
            label="Name of the person whose data it is"
            width={30}
            autoComplete="off"
            defaultValue={text("name")}
            mistake={mistakes.name}
          />
          <TextInput
            name="askerName"
            label="Name of whoever asks for them"
            optional="(only when somebody else asks)"
            width={30}
            autoComplete="off"
            defaultValue={text("askerName")}
            mistake={mistakes.askerName}
          />
          <Select
            name="place"
            label="Where the person lives"
            hint="It decides which law protects them."
            empty="Choose a place"
            options={placeOptions}
            defaultValue={text("place")}
            mistake={mistakes.place}
          />
        </Section>
        <Section title="Where we write to" id="contact">
          <TextInput
            name="email"
            label="E-mail"
            type="email"
            width={30}
            autoComplete="off"
            spellCheck={false}
            defaultValue={text("email")}
            mistake={mistakes.email}
          />
          <TextInput
            name="telephone"
            label="Telephone"
            optional="(optional)"
            type="tel"
            width={20}
            autoComplete="off"
            defaultValue={text("telephone")}
            mistake={mistakes.telephone}
          />
          <Select
            name="language"
            label="Language of letters"
            width={20}
            options={profile.languages.offered.map((code) => ({ value: code, label: languageName(code) }))}
            defaultValue={text("language") ?? profile.languages.default}
            mistake={mistakes.language}
          />
        </Section>
        <div className="flex gap-3 border-t border-line pt-4">
          <Button>Enter request</Button>
          <Button variant="quiet" href="/console">
            Cancel
          </Button>
        </div>
      </form>
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function languageName(code: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
}
