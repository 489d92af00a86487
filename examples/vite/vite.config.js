export default {
  base: './',
  // The worker loads libraries and dictionaries when a text needs them.
  worker: { format: 'es' },
};
