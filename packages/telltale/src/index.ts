/** The library: all of @telltale/core, which in browsers is its part without files and threads, and its messages in Chinese. */

export * from '@telltale/core';
export { messageInChinese } from './messages/chinese.js';
