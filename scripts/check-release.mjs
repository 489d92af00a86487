// Run by npm in the folder of a package. Before packing: is everything there that its manifest leads to? Before publishing, with
// --publish: does it also say where it comes from? No address is invented here: docs/release.md has the step that writes them.
import { existsSync, readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The files that a part of a manifest leads to. */
const filesOf = (value) =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((inner) => filesOf(inner));
const unbuilt = [...filesOf(manifest.exports), ...filesOf(manifest.bin)].filter(
  (file) => !file.includes('*') && !existsSync(file),
);
const faults = [];
if (unbuilt.length > 0) faults.push(`is not built: ${unbuilt.join(', ')} missing. Run npm run build first.`);
if (process.argv.includes('--publish')) {
  const missing = ['repository', 'homepage', 'bugs'].filter((name) => !manifest[name]);
  if (missing.length > 0)
    faults.push(
      `has no ${missing.join(', ')}. Write the addresses into its package.json first: docs/release.md, step 4.`,
    );
}
for (const fault of faults) console.error(`${manifest.name} ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
