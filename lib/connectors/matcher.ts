import "server-only";
import { join } from "node:path";
import type { Matcher, Matching } from "@/lib/domain/matching";
import { matchingSecret, settings } from "@/lib/settings";
import { fileMatcher } from "./file-matcher";
import { httpMatcher } from "./http-matcher";

/** How this organisation's source is asked. `slug` tells a source that serves several organisations which one asks. */
export function matcherFor(slug: string, { source, points }: Matching): Matcher {
  const ids = points.map(({ id }) => id);
  if (source.kind === "file") return fileMatcher(join(settings().dataDir, source.path), ids);
  const { url, secretVariable } = source;
  return (question, now) => httpMatcher({ url, secret: matchingSecret(secretVariable), slug })(question, now);
}
