/** The library in browsers: everything of index.ts, and what loads models and works in a worker there. */

export type { AssetOptions } from './browser/assets.js';
export { type EncoderLoadOptions, loadEncoder } from './browser/load-encoder.js';
export { loadLanguage } from './browser/load-language.js';
export { type LoadOptions, loadModel } from './browser/load-model.js';
export {
  type KeywordWorker,
  openWorker,
  type WorkerExtractOptions,
  type WorkerLike,
  type WorkerOptions,
} from './browser/open-worker.js';
export type { ModelFile } from './browser/worker-messages.js';
export type { EncoderPackages } from './formats/open-encoder.js';
export * from './index.js';
export { findLanguage, languageOfText } from './text/language-of-text.js';
