/** The HTTP service, for those who put it into a program of their own. */

export { createServer } from './server/create-server.js';
export { listen } from './server/listen.js';
export { type ServedModel, Service } from './server/service.js';
