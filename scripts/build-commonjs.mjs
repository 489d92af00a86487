// Writes what `require` of our packages finds: NAME.cjs, which hands on the ES module (Node.js 20.19 can require those), and
// NAME.d.cts with its types, which TypeScript under node16 would refuse to look up from CommonJS in the module itself.
import { writeFileSync } from 'node:fs';

const entries = { core: ['node'], telltale: ['index', 'client', 'langchain', 'server'] };

for (const [folder, names] of Object.entries(entries)) {
  for (const name of names) {
    const file = new URL(`../packages/${folder}/dist/${name}`, import.meta.url);
    const module = `'./${name}.js'`;
    const values = Object.entries(await import(`${file}.js`)).filter(([key]) => key !== 'default');
    const isClass = (value) => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
    const types = [
      `type Module = typeof import(${module}, { with: { 'resolution-mode': 'import' } });`,
      `export type * from ${module} with { 'resolution-mode': 'import' };`,
      ...values.map(([key]) => `export declare const ${key}: Module['${key}'];`),
      // A value hides the type of its name, which a class has, too.
      ...values
        .filter(([, value]) => isClass(value))
        .map(([key]) => `export type ${key} = Module['${key}']['prototype'];`),
    ];
    writeFileSync(new URL(`${file}.d.cts`), `${types.join('\n')}\n`);
    writeFileSync(new URL(`${file}.cjs`), `module.exports = require(${module});\n`);
  }
}
