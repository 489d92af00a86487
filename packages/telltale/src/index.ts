/** The library: all of @telltale/core, which in browsers is its part without files and threads. */

export * from '@telltale/core';
