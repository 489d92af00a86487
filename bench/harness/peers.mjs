// The peers that peers/install.sh has put under .peers, and what is missing of them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (path) => fileURLToPath(new URL(`../.peers/${path}`, import.meta.url));

/** @returns paths of programs that exist, versions, and a line for everything that does not exist */
export function findPeers() {
  const programs = {
    python: place('venv/bin/python'),
    'word2vec.c fast': place('bin/word2vec-fast'),
    'word2vec.c makefile': place('bin/word2vec-makefile'),
    fastText: place('bin/fasttext'),
    node24: place('node_modules/node/bin/node'),
  };
  const found = {};
  const missing = [];
  for (const [name, path] of Object.entries(programs)) {
    if (existsSync(path)) found[name] = path;
    else missing.push(`${name} is not installed; run bench/peers/install.sh`);
  }
  return { ...found, missing, versions: { ...pythonVersions(found.python), ...packageVersions() } };
}

function pythonVersions(python) {
  if (!python) return {};
  const code = `
import json, sys, gensim, numpy, importlib.metadata as m
print(json.dumps({"python": sys.version.split()[0], "gensim": gensim.__version__, "numpy": numpy.__version__,
                  "jieba": m.version("jieba")}))`;
  return JSON.parse(spawnSync(python, ['-c', code], { encoding: 'utf8' }).stdout || '{}');
}

function packageVersions() {
  const script = readFileSync(new URL('../peers/install.sh', import.meta.url), 'utf8');
  const version = (name) => new RegExp(`^${name}=(\\S+)`, 'm').exec(script)?.[1];
  const jieba = new URL('../../node_modules/@node-rs/jieba/package.json', import.meta.url);
  return {
    'word2vec (sources)': version('word2vec'),
    fastText: version('fasttext'),
    '@node-rs/jieba': JSON.parse(readFileSync(jieba, 'utf8')).version,
  };
}
