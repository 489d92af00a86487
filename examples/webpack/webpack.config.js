export default {
  mode: 'production',
  target: 'web',
  entry: './main.js',
  // Models and dictionaries are large by their nature.
  performance: { hints: false },
};
