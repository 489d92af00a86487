#!/bin/sh
# opencc-js 1.4.2: no single direction reads a Traditional text whose origin is not known. From 'hk', the particle of 隨著 and 看著
# stays 著 where Simplified writes 着; from 'tw', the Hong Kong forms 衞 敍 枱 stay as they are. Whoever cuts words by a Simplified
# dictionary misses them either way. One after the other, hk to t and then tw to cn, reads both.
#
# Seen: what each direction makes of six words. Fails when that changes. Needs Node.js and the package index; works in a
# temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts opencc-js@1.4.2
cat > show.cjs <<'JAVASCRIPT'
const assert = require('node:assert');
const { Converter } = require('opencc-js');
const words = '隨著 看著 衞生 敍述 枱燈 颱風';
const steps = {
  'hk to cn': [['hk', 'cn']],
  'tw to cn': [['tw', 'cn']],
  'hk to t, tw to cn': [['hk', 't'], ['tw', 'cn']],
};
const seen = {};
for (const [name, directions] of Object.entries(steps)) {
  seen[name] = directions.reduce((text, [from, to]) => Converter({ from, to })(text), words);
  console.log(`${name}: ${seen[name]}`);
}
assert.deepEqual(seen, {
  'hk to cn': '随著 看著 卫生 叙述 台灯 台风',
  'tw to cn': '随着 看着 衞生 敍述 枱灯 台风',
  'hk to t, tw to cn': '随着 看着 卫生 叙述 台灯 台风',
}, 'this has changed');
JAVASCRIPT
node show.cjs
