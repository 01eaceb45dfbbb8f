// What an organisation's file may hold, field by field. What fields mean to each other is checked in organisation-sense.ts.
import { z } from "zod";
import type { LawId, OrganisationProfile } from "@/lib/domain/organisation";
import { regimeIds } from "@/lib/domain/regime";
import { rights } from "@/lib/domain/right";
import { accountHandOver, accountSignIn } from "./organisation-account";
import { matching } from "./organisation-matching";
import {
  colour,
  count,
  country,
  day,
  emailAddress,
  identifier,
  language,
  timeZone,
  webAddress,
  words,
} from "./organisation-parts";
import { retentionRule } from "./organisation-retention";
import { senseOfProfile } from "./organisation-sense";
import { system } from "./organisation-systems";

const laws = regimeIds.filter((id): id is LawId => id !== "contract_30d");

const contacts = z.strictObject({
  email: emailAddress,
  telephone: words.optional(),
  postal: words.optional(),
  dpo: z.strictObject({ name: words.optional(), email: emailAddress }).optional(),
  accountSettings: z.strictObject({ text: words, url: webAddress }).optional(),
});

const holidays = z.strictObject({
  country,
  state: words.optional(),
  extra: z.array(z.strictObject({ date: day, name: words })),
  remove: z.array(day),
});

const notice = z.strictObject({
  version: words,
  announcedOn: day,
  from: day,
  noticeDays: z.number().int("must be a whole number").min(0, "must be 0 or more").max(365, "must be at most 365"),
  text: words.optional(),
  url: webAddress.optional(),
});

const recipient = z.strictObject({
  id: identifier,
  name: words,
  kind: z.enum(["integration", "processor", "third_party"]),
  categories: z.array(identifier).min(1, "must name at least one category"),
  note: words.optional(),
});

const fields = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens, for example my-company")
    .max(40, "must be at most 40 characters long"),
  name: words,
  note: words.optional(),
  brand: z.strictObject({ accent: colour, mark: words.max(4, "must be at most 4 letters") }),
  languages: z.strictObject({
    offered: z.array(language).min(1, "must name at least one language"),
    default: language,
  }),
  preferences: z.strictObject({ language: z.boolean(), timeZone: z.boolean() }),
  timeZone,
  establishment: z.strictObject({ country, region: words.optional() }),
  holidays,
  contacts,
  regimes: z.array(z.enum(laws)).min(1, "must name at least one law"),
  promise: z.strictObject({ days: count, text: words }),
  publishedPeriodDays: count.max(90, "must be at most 90: the ceiling of rule 14 of the Indian rules").optional(),
  rights: z
    .array(z.strictObject({ right: z.enum(rights), name: words.optional(), hint: words.optional() }))
    .min(1, "must name at least one right"),
  marketingPreferencePage: z.strictObject({ text: words, url: webAddress.optional() }).optional(),
  child: z.strictObject({ under: count, rule: z.enum(["delete_on_contact", "guardian_verified"]), text: words }),
  identity: z.strictObject({
    documents: z.enum(["never", "when_required"]),
    text: words,
    signIn: accountSignIn.optional(),
    handOver: accountHandOver.optional(),
    matching: matching.optional(),
  }),
  processorRoles: z.array(
    z.strictObject({ id: identifier, name: words, description: words, controllerContact: words.optional() }),
  ),
  sale: z.strictObject({
    sells: z.enum(["nothing", "something", "not_stated"]),
    statement: words,
    noDiscrimination: words.optional(),
  }),
  retention: z.array(retentionRule).min(1, "must hold at least one category"),
  erasure: z.strictObject({
    withinDays: count,
    waitingDays: count.optional(),
    anonymisedMayRemain: z.boolean(),
    text: words,
  }),
  backups: z.strictObject({ overwrittenWithinDays: count }).optional(),
  storageLocation: z.strictObject({ text: words, euOnRequest: z.boolean() }),
  safeguards: z.array(words),
  systems: z.array(system).min(1, "must name at least one place where data lives"),
  recipients: z.array(recipient),
  automatedDecisions: z.array(z.strictObject({ name: words, logic: words, consequences: words })).optional(),
  noticeOfChange: z
    .strictObject({
      days: count,
      channels: z.array(z.enum(["email", "prominent_notice"])).min(1, "must name at least one way"),
      archivedOnRequest: z.boolean(),
      text: words,
    })
    .optional(),
  notices: z.array(notice),
  letters: z.strictObject({
    sender: z.strictObject({ name: words, email: emailAddress }),
    replyTo: emailAddress,
  }),
  lapse: z.strictObject({ unconfirmedAfterDays: count, remindAfterDays: z.array(count) }),
  dueSoonDays: count,
  remindBeforeDueDays: z.array(count).min(1, "must name at least one day").optional(),
  requestRetentionMonths: count,
  mfaRequired: z.boolean(),
  notCovered: z.array(words),
});

/** The file of one organisation. Strict: a field that nobody reads is a mistake, not a comment. */
export const organisationProfile: z.ZodType<OrganisationProfile> = fields.superRefine(senseOfProfile);
