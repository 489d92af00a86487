export default {
  // Reads models and dictionaries beside its program.
  serverExternalPackages: ['@telltale/core'],
};
