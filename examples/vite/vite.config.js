export default {
  base: './',
  // The worker loads libraries and dictionaries when a text needs them.
  worker: { format: 'es' },
  // Of what the worker loads, these are CommonJS: the server for development converts them.
  optimizeDeps: { include: ['@telltale/core > wink-nlp', '@telltale/core > wink-eng-lite-web-model'] },
};
