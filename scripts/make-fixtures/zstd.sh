#!/bin/sh
# Makes test/fixtures/zstd by the real command: 9,000 records that test/node/unzstd.test.ts makes again, and the first 60 of
# them for test/formats/fuzz.test.ts.
set -e
cd "$(dirname "$0")/../../test/fixtures/zstd"
lines=$(mktemp)
node -e 'for (let i = 0; i < 9000; i++) console.log(`{"id":${i},"text":"太阳 ${(i * 7919) % 10007}"}`)' > "$lines"
# With the length and a checksum, as the command does; and with neither, as many libraries do.
zstd -q -f -3 "$lines" -o checked.jsonl.zst
zstd -q -19 --no-check < "$lines" > unchecked.jsonl.zst
# In two frames, as pzstd and loggers write them, and one between that is to be passed over. Small windows, which are read in
# less time.
{
  head -40 "$lines" | zstd -q --check --zstd=wlog=10
  printf 'P*M\030\003\000\000\000abc'
  head -60 "$lines" | tail -20 | zstd -q --no-check --zstd=wlog=10
} > small.jsonl.zst
rm "$lines"
zstd --version
