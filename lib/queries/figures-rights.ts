import "server-only";
import { happenedCells } from "@/lib/db/figure-cells";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { readRightDaysKey, readRightKey } from "@/lib/domain/figure-keys";
import type { RightResult } from "@/lib/domain/figures";
import type { RegimeId } from "@/lib/domain/regime";
import { type Right, rights } from "@/lib/domain/right";
import { type Spread, spreadOf } from "@/lib/domain/spread";
import type { FigureSpan } from "./figures-settled";

/**
 * One right within a span of days: how often it was asked for (by day of receipt), and what came of what ended in the span,
 * whenever that was received. Granted in part is neither granted in whole nor refused (§7102: complied with in part).
 */
export type RightFigures = {
  right: Right;
  received: number;
  granted: number;
  partly: number;
  refused: number;
  withdrawn: number;
  lapsed: number;
  /** Why it was refused, in whole or in part; codes of the answer form. The most frequent first. */
  grounds: readonly { result: "partly" | "refused"; ground: string; count: number }[];
  /** Days from receipt to the answer, whatever it was. Only where one law is asked for. */
  taken: Spread | null;
};

/** Rights in the order of `rights`, those without any figure left out. `law` "any": each right once, under whatever laws. */
export async function rightsBetween(
  actor: StaffActor,
  { law, ...span }: FigureSpan & { law: RegimeId | "any" },
): Promise<RightFigures[]> {
  const { organisationId } = actor;
  const { counts, took } = await inOrganisation(organisationId, async ({ tx }) => ({
    counts: await tx.$queryRaw<{ key: string; count: number }[]>`
      select key, sum(amount)::int as count
      from ${happenedCells(organisationId, { book: "rights", ...span })} cell
      where split_part(key, '/', 2) = ${law} group by key having sum(amount) <> 0`,
    took:
      law === "any"
        ? []
        : await tx.$queryRaw<{ key: string; days: number; count: number }[]>`
            select key, days, sum(amount)::int as count
            from ${happenedCells(organisationId, { book: "right_days", ...span })} cell
            where split_part(key, '/', 2) = ${law} group by key, days`,
  }));
  const results = counts.map(({ key, count }) => ({ ...readRightKey(key), count }));
  const days = took.map(({ key, ...row }) => ({ ...readRightDaysKey(key), ...row }));
  return rights.flatMap((right) => {
    const own = results.filter((row) => row.right === right);
    if (own.length === 0) return [];
    const count = (wanted: RightResult) =>
      own.reduce((sum, { result, count: times }) => (result === wanted ? sum + times : sum), 0);
    const pile = days.filter((row) => row.right === right).map((row) => [row.days, row.count] as const);
    return [
      {
        right,
        received: count("received"),
        granted: count("granted"),
        partly: count("partly"),
        refused: count("refused"),
        withdrawn: count("withdrawn"),
        lapsed: count("lapsed"),
        grounds: own
          .flatMap(({ result, ground, count: times }) =>
            ground !== null && (result === "partly" || result === "refused") ? [{ result, ground, count: times }] : [],
          )
          .sort((left, right) => right.count - left.count),
        taken: law === "any" ? null : spreadOf(new Map(pile)),
      },
    ];
  });
}
