// What a file may say about comparing data points with what the organisation holds.
import { z } from "zod";
import { identifier, words } from "./organisation-parts";

const file = z.strictObject({
  kind: z.literal("file"),
  path: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.csv$/,
      "must be a CSV file below the data folder, for example matching/people.csv",
    ),
});

// Plain http only to a program on the same machine: names and data points travel there.
const secure = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$))/;

const http = z.strictObject({
  kind: z.literal("http"),
  url: z.url("must be a web address").regex(secure, "must start with https://, or be on this machine"),
  // A name of its own: a file of an organisation must not make the portal use its other secrets as keys.
  secretVariable: z
    .string()
    .regex(
      /^HABEAS_MATCHING_[A-Z0-9_]+$/,
      "must be a variable of the environment that begins with HABEAS_MATCHING_, for example HABEAS_MATCHING_SECRET",
    ),
});

const point = z.strictObject({
  id: identifier.refine((id) => id !== "name" && id !== "email", "must be neither name nor email: these are known"),
  label: words.max(100, "must be at most 100 characters long"),
  labelDe: words.max(100, "must be at most 100 characters long").optional(),
  hint: words.optional(),
  hintDe: words.optional(),
  disputedBy: z.array(words).optional(),
});

export const matching = z.strictObject({
  source: z.discriminatedUnion("kind", [file, http]),
  points: z
    .array(point)
    .min(2, "must hold at least two: one alone proves nothing")
    .max(10, "must hold at most 10")
    .superRefine((points, context) => {
      points.forEach(({ id }, index) => {
        if (points.findIndex((other) => other.id === id) === index) return;
        context.addIssue({ code: "custom", path: [index, "id"], message: `"${id}" is there twice` });
      });
    }),
});
