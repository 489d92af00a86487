/** The library in browsers: everything of index.ts, and what loads models and works in a worker there. */

export type { AssetOptions } from './browser/assets.js';
export { type LoadOptions, loadModel } from './browser/load-model.js';
export { type KeywordWorker, openWorker, type WorkerExtractOptions, type WorkerLike } from './browser/open-worker.js';
export type { ModelFile } from './browser/worker-messages.js';
export * from './index.js';
