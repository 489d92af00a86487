import '@telltale/core/worker';
