import type { Language } from './language.js';
import { readShared, sharedMemory } from './shared-memory.js';
import { readTermTable, type TermTable } from './term-table.js';

const tables = new Map<Language, TermTable>();

/** The terms of a language. Written by scripts/build-terms.mjs. */
export function loadTerms(language: Language): TermTable {
  let table = tables.get(language);
  if (!table) {
    const file = new URL(`../../data/${language}-terms.bin`, import.meta.url);
    table = readTermTable(sharedMemory(`telltale: terms of ${language}`, () => readShared(file)));
    tables.set(language, table);
  }
  return table;
}
