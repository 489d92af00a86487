// Prints what an installation of each package brings, and how its source is built: packages and megabytes of @telltale/core
// without models and of telltale, and of every direct dependency with all that it needs; those that ask for a newer Node.js
// than we do; per folder of src its files, lines, floor (the longest chain of folders below it), the floors of its files
// among themselves, and the files that import each other in a cycle; per room with folders the floors of these and of all
// its files. Imports of types count.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { closureOf, packages, placeOf, root } from './lock-file.mjs';

/** Bytes of the files of a package, without packages inside it; 0 where it is not for this machine. */
function bytesOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: false })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesOf(path) : entry.isFile() ? statSync(path).size : 0;
  }
  return bytes;
}
/** Bytes of what npm publishes of one of our own packages. */
function publishedBytes(folder) {
  const shell = process.platform === 'win32';
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout)[0].unpackedSize;
}
const sizes = new Map();
function sizeOf(place) {
  if (!sizes.has(place)) {
    const folder = join(root, place);
    const size = !place.startsWith('node_modules/') ? publishedBytes : bytesOf;
    sizes.set(place, statSync(folder, { throwIfNoEntry: false }) ? size(folder) : undefined);
  }
  return sizes.get(place);
}
const summary = (places) => {
  const here = [...places].filter((place) => sizeOf(place) !== undefined);
  return [here.length, here.reduce((sum, place) => sum + sizeOf(place), 0) / 1e6];
};

const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map((_, c) => (c ? '--:' : '---'))), ...rows.map(line), ''].join('\n'));
};
const megabytes = ([name, count, size]) => [name, count, size.toFixed(2)];

const own = ['core', 'telltale'].map((name) => `packages/${name}`);
table(
  ['installs', 'packages', 'MB'],
  own.map((place) => megabytes([packages[place].name ?? 'telltale', ...summary(closureOf(place))])),
);
const all = closureOf('packages/telltale');
for (const place of own) {
  const rows = Object.keys(packages[place].dependencies).map((name) => [
    name,
    ...summary(closureOf(placeOf(name, place))),
  ]);
  table([`dependency of ${place}`, 'packages', 'MB'], rows.sort((a, b) => b[2] - a[2]).map(megabytes));
}

const oldest = Number(/\d+/.exec(packages['packages/telltale'].engines.node)[0]);
/** Whether a range of engines admits a major version; ranges are alternatives of a caret, a bare number or a least one. */
const admits = (range, major) =>
  range.split('||').some((part) => {
    const least = Number(/\d+/.exec(part)?.[0] ?? 0);
    return part.includes('>') || part.includes('*') ? least <= major : least === major;
  });
const newer = [...all].filter((place) => !admits(packages[place].engines?.node ?? '*', oldest));
console.log(`Packages that refuse Node.js ${oldest}: ${newer.length}`);
for (const place of newer) console.log(`  ${place} ${packages[place].version} (${packages[place].engines.node})`);
console.log();

const files = own.flatMap((place) =>
  readdirSync(join(root, place, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${place}/src/${name}`),
);
const known = new Set(files);
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
/** What a file imports, types too. */
const imports = new Map(
  files.map((file) => {
    const found = texts.get(file).matchAll(/^(?:import|export)[^'"]*?from '([^']+)'/gm);
    const paths = Array.from(found, ([, path]) =>
      path.startsWith('.')
        ? relative(root, join(root, dirname(file), path))
        : path
            .replace(/^@telltale\/core$/, 'packages/core/src/node.js')
            .replace('@telltale/core/internal', 'packages/core/src'),
    );
    const named = paths.map((path) =>
      [path, path.replace(/js$/, 'ts'), path.replace(/js$/, 'tsx')].find((p) => known.has(p)),
    );
    return [file, named.filter(Boolean)];
  }),
);
/** The folder of a file inside its package; the file itself where it lies in none. */
const folderOf = (file) => {
  const [, name, folder, own] = /^packages\/([^/]+)\/src\/(.*?)([^/]+)$/.exec(file);
  return `${name} ${folder.slice(0, -1) || own}`;
};

/** The first folder of a file inside its package. */
const roomOf = (file) => folderOf(file).split('/')[0];

/** Groups of nodes that reach each other (Tarjan 1972), those below first. */
function components(nodes, next) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const groups = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const to of next(node)) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(node, Math.min(low.get(node), low.get(to)));
    }
    if (low.get(node) === index.get(node)) groups.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return groups;
}

const cycles = components(files, (file) => imports.get(file)).filter((group) => group.length > 1);
const folders = [...new Set(files.map(folderOf))];
const below = new Map(folders.map((folder) => [folder, new Set()]));
for (const [file, paths] of imports) {
  for (const path of paths) if (folderOf(path) !== folderOf(file)) below.get(folderOf(file)).add(folderOf(path));
}
/** By node, the longest chain of nodes below it; those of a cycle have one floor. */
function floorsOf(nodes, next) {
  const floors = new Map();
  for (const group of components(nodes, next)) {
    const under = group.flatMap((node) => [...next(node)]).filter((node) => !group.includes(node));
    for (const node of group) floors.set(node, 1 + Math.max(-1, ...under.map((other) => floors.get(other))));
  }
  return floors;
}
/** Floors of some nodes among themselves. */
const insideOf = (nodes, next) =>
  1 + Math.max(...floorsOf(nodes, (node) => next(node).filter((to) => nodes.includes(to))).values());
const importsOf = (file) => imports.get(file);
const floors = floorsOf(folders, (folder) => below.get(folder));
table(
  ['folder', 'floor', 'files', 'lines', 'floors inside', 'cycles'],
  folders
    .sort((a, b) => floors.get(a) - floors.get(b) || (a < b ? -1 : 1))
    .map((folder) => {
      const mine = files.filter((file) => folderOf(file) === folder);
      const lines = mine.reduce((sum, file) => sum + texts.get(file).split('\n').length - 1, 0);
      const rings = cycles.filter((group) => folderOf(group[0]) === folder);
      return [folder, floors.get(folder), mine.length, lines, insideOf(mine, importsOf), rings.length];
    }),
);
table(
  ['room', 'folders', 'floors of folders', 'floors of files'],
  [...new Set(files.map(roomOf))]
    .map((room) => {
      const inRoom = folders.filter((folder) => folder.split('/')[0] === room);
      const mine = files.filter((file) => roomOf(file) === room);
      return [room, inRoom.length, insideOf(inRoom, (folder) => [...below.get(folder)]), insideOf(mine, importsOf)];
    })
    .filter(([, count]) => count > 1),
);
const rings = components(folders, (folder) => below.get(folder)).filter((group) => group.length > 1);
for (const group of cycles) console.log(`cycle: ${group.join(', ')}`);
for (const group of rings) console.log(`folders that import each other: ${group.join(', ')}`);
