import type { Strings } from '../view/strings.js';

interface MarksProperties {
  t: Strings;
  keyword: string;
  /** What was said of it; undefined for nothing. */
  label: boolean | undefined;
  onLabel: (isGood: boolean) => void;
}

/** Says of a keyword that it is a good one or a bad one; the same again takes it back. */
export function Marks({ t, keyword, label, onLabel }: MarksProperties) {
  const mark = (isGood: boolean, sign: string, name: string) => (
    <button
      type="button"
      class="mark"
      data-good={isGood}
      aria-pressed={label === isGood}
      aria-label={`${name}: ${keyword}`}
      title={name}
      onClick={() => onLabel(isGood)}
    >
      {sign}
    </button>
  );
  return (
    <span class="marks">
      {mark(true, '✓', t.good)}
      {mark(false, '✗', t.bad)}
    </span>
  );
}
