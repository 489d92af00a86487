/** Russian for Wednesday and for an environment. */
const THINGS = new Set(['среда']);
/** Forms that neither Intl has nor a light stem leads to. */
const MORE: Readonly<Record<string, string>> = { it: 'domeniche', pl: 'piątku piątki lutym' };

/** Parts of the day that German writes as one word with the day: Dienstagabend. */
const PARTS_OF_DAY: Readonly<Record<string, string>> = { de: 'früh morgen vormittag mittag nachmittag abend nacht' };

/**
 * What a language calls the months, alone and in dates (январь, января), and the days of the week.
 *
 * @param language by ISO 639
 * @returns each in small letters → whether the language writes it small; without those that have a number in them (1월)
 */
export function calendarNames(language: string): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  // Intl would answer with the names of the language of the machine.
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return names;
  const formats = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { weekday: 'long' }] as const;
  for (const options of formats) {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
    // Twelve months, or twelve days of one.
    for (let step = 0; step < 12; step++) {
      const date = new Date(Date.UTC(2024, 'weekday' in options ? 0 : step, 5 + step));
      for (const { type, value } of format.formatToParts(date)) {
        if ((type !== 'month' && type !== 'weekday') || !/^[\p{L}\p{M}\s-]+$/u.test(value)) continue;
        const small = value.toLowerCase();
        if (THINGS.has(small)) continue;
        names.set(small, small === value);
        if (type === 'weekday')
          for (const part of PARTS_OF_DAY[language]?.split(' ') ?? []) names.set(small + part, false);
      }
    }
  }
  for (const name of MORE[language]?.split(' ') ?? []) names.set(name, true);
  return names;
}
