// Prints what an installation of the package brings, and how its own source is built: packages and megabytes of every direct
// dependency with all that it needs, those that ask for a newer Node.js than we do, and per folder of src its files, lines,
// floor (the longest chain of folders below it) and the files that import each other in a circle.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { dependencies, engines } = packages[''];

/** Where npm put a package that one at a place asks for; undefined where it is optional and not there. */
function placeOf(name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at && `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return undefined;
  }
}

function closureOf(place, found = new Set()) {
  if (!place || found.has(place)) return found;
  found.add(place);
  const { dependencies = {}, optionalDependencies = {} } = packages[place];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) closureOf(placeOf(name, place), found);
  return found;
}

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
const sizes = new Map();
function sizeOf(place) {
  if (!sizes.has(place)) {
    const folder = join(root, place);
    sizes.set(place, statSync(folder, { throwIfNoEntry: false }) ? bytesOf(folder) : undefined);
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

const all = new Set();
const rows = Object.keys(dependencies).map((name) => {
  const places = closureOf(placeOf(name, ''));
  for (const place of places) all.add(place);
  return [name, ...summary(places)];
});
rows.sort((a, b) => b[2] - a[2]);
const megabytes = ([name, count, size]) => [name, count, size.toFixed(2)];
table(['dependency', 'packages', 'MB'], [...rows, ['all, each once', ...summary(all)]].map(megabytes));

const oldest = Number(/\d+/.exec(engines.node)[0]);
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

const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
const known = new Set(files);
const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));
/** What a file imports at run time. */
const imports = new Map(
  files.map((file) => {
    const found = texts.get(file).matchAll(/^(?:import|export)(?! type)[^'"]*?from '(\.[^']+)'/gm);
    const paths = Array.from(found, ([, path]) => relative(source, join(source, dirname(file), path)));
    const named = paths.map((path) =>
      [path, path.replace(/js$/, 'ts'), path.replace(/js$/, 'tsx')].find((p) => known.has(p)),
    );
    return [file, named.filter(Boolean)];
  }),
);
const folderOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

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

const circles = components(files, (file) => imports.get(file)).filter((group) => group.length > 1);
const folders = [...new Set(files.map(folderOf))];
const below = new Map(folders.map((folder) => [folder, new Set()]));
for (const [file, paths] of imports) {
  for (const path of paths) if (folderOf(path) !== folderOf(file)) below.get(folderOf(file)).add(folderOf(path));
}
const floors = new Map();
const groups = components(folders, (folder) => below.get(folder));
for (const group of groups) {
  const under = group.flatMap((folder) => [...below.get(folder)]).filter((folder) => !group.includes(folder));
  for (const folder of group) floors.set(folder, 1 + Math.max(-1, ...under.map((other) => floors.get(other))));
}
table(
  ['folder of src', 'floor', 'files', 'lines', 'circles'],
  folders
    .sort((a, b) => floors.get(a) - floors.get(b) || (a < b ? -1 : 1))
    .map((folder) => {
      const own = files.filter((file) => folderOf(file) === folder);
      const lines = own.reduce((sum, file) => sum + texts.get(file).split('\n').length - 1, 0);
      return [
        folder,
        floors.get(folder),
        own.length,
        lines,
        circles.filter((group) => folderOf(group[0]) === folder).length,
      ];
    }),
);
for (const group of [...circles, ...groups.filter((group) => group.length > 1)])
  console.log(`circle: ${group.join(', ')}`);
