#!/usr/bin/env node
// In the repository, so that npm links the command before dist/ is built.
import { existsSync } from 'node:fs';
import module from 'node:module';

const program = new URL('../dist/command/main.js', import.meta.url);
if (existsSync(program)) {
  // Node.js keeps what it compiled for the next run, from 22.8 on. A service starts seldom, and writes no files.
  if (!process.argv.includes('serve')) module.enableCompileCache?.();
  await import(program);
} else {
  process.stderr.write(
    'telltale: the command is not built. Run npm ci && npm run build in the root of the repository.\n',
  );
  process.exitCode = 2;
}
