import type { AbsentKeyword } from '@telltale/core';
import type { Strings } from '../view/strings.js';

/** Below this the best of them is little more than a guess, as in a text of a sentence or two. */
const WEAK = 10;

/** Words that go with the text without being in it; folded where they are weak. */
export function Absent({
  t,
  absent,
  language,
}: {
  t: Strings;
  absent: readonly AbsentKeyword[] | undefined;
  language: string;
}) {
  if (!absent || absent.length === 0) return null;
  return (
    <section class="absent" aria-labelledby="absent-title">
      <details open={absent[0].score >= WEAK}>
        <summary>
          <h2 id="absent-title">{t.absent}</h2>
        </summary>
        <p class="hint">{t.absentHint}</p>
        <ul class="tags" lang={language}>
          {absent.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
