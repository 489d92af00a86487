#!/usr/bin/env node
// In the repository, so that npm links the command before dist/ is built.
import module from 'node:module';

// Node.js keeps what it compiled for the next run, from 22.8 on. A service starts seldom, and writes no files.
if (!process.argv.includes('serve')) module.enableCompileCache?.();
await import('../dist/command/main.js');
