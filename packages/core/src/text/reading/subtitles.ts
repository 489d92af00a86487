/** A line of a text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Without white space around it. */
  readonly words: string;
}

const TIMING = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3} *--> *(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}/;

/** Which lines of a text are none of what is said in it, but the numbers, times and head of subtitles (SRT, VTT). */
export function linesOfSubtitles(lines: readonly Line[]): ReadonlySet<Line> {
  const none = new Set<Line>();
  for (let l = 0; l < lines.length; l++) {
    if (!TIMING.test(lines[l].words)) continue;
    none.add(lines[l]);
    const before = lines[l - 1];
    const isAlone = l < 2 || lines[l - 2].words === '';
    if (before?.words && (/^\d{1,6}$/.test(before.words) || isAlone)) none.add(before);
  }
  if (none.size > 0 && /^\ufeff?WEBVTT/.test(lines[0].words)) none.add(lines[0]);
  return none;
}
