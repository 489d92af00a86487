#!/usr/bin/env node
// In the repository, so that npm links the command before dist/ is built.
import module from 'node:module';

// Node.js keeps what it compiled for the next run, from 22.8 on.
module.enableCompileCache?.();
await import('../dist/command/main.js');
