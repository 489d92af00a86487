/**
 * Every option of the package, declared once, by what reads it. Types, defaults, range checks, flags and help are derived
 * from these rows.
 */

export * from './options/evaluate.js';
export * from './options/extract.js';
export * from './options/files.js';
export * from './options/models.js';
/** A row, and what a group of rows makes of what callers pass. */
export type { OptionRow, OptionsOf, PriorWeights, ResolvedOf } from './options/option.js';
export * from './options/serve.js';
export * from './options/shards.js';
export * from './options/tags.js';
export * from './options/text.js';
export * from './options/train.js';
