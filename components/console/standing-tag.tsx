import { StateTag, type Tone } from "@/components/ui/state-tag";
import type { Standing } from "@/lib/domain/proof-explanation";

const looks: Readonly<Record<Standing, { tone: Tone; words: string }>> = {
  none_needed: { tone: "done", words: "none needed" },
  enough: { tone: "on-time", words: "enough" },
  address: { tone: "stopped", words: "address first" },
  missing: { tone: "soon", words: "not yet" },
};

/** Whether the proof that is held is enough for a right: shape, word and colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { tone, words } = looks[standing];
  return (
    <StateTag tone={tone} bare>
      {words}
    </StateTag>
  );
}
