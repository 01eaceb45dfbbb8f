import { describe, expect, test } from "vitest";
import { answerClockQuestion } from "./clock-question";
import vectors from "./vectors/deadlines.json";

describe("every published and computed vector of the law", () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    expect(answerClockQuestion(vector).due).toBe(vector.expected);
  });
});
