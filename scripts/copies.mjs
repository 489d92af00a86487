/**
 * For bundles: what packages/core/dist holds copies of, as the packages they are of, so that the bundle's list of licences
 * names them.
 */
export const copies = { './opencc.js': 'opencc-js/t2cn' };
