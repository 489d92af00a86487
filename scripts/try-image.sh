#!/bin/bash
# Builds the image of deploy/Dockerfile and runs it, where there is neither a Docker daemon nor a registry of images: by
# buildah, on a base of Debian's packages with Node.js and npm from npm, which stands for node:22-slim. As root, with
# buildah and debootstrap; takes a quarter of an hour and 3 GB in the folder for temporary files, and prints what it found:
#
#     scripts/try-image.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
images() { buildah --storage-driver vfs --root "$work/images" --runroot "$work/run" "$@"; }
trap 'kill "${service:-}" 2>/dev/null || true; images rm --all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

debootstrap --variant=minbase bookworm "$work/base" >"$work/log"
npm install --silent --prefix "$work/npm" node@22 npm@10
local="$work/base/usr/local"
mkdir -p "$local/lib/node_modules" "$local/etc"
cp "$work/npm/node_modules/node/bin/node" "$local/bin/node"
cp -r "$work/npm/node_modules/npm" "$local/lib/node_modules/npm"
for name in npm npx; do ln -s "../lib/node_modules/npm/bin/$name-cli.js" "$local/bin/$name"; done
useradd --root "$work/base" --uid 1000 --create-home node
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
  cp "$NODE_EXTRA_CA_CERTS" "$local/etc/authorities.crt"
  echo cafile=/usr/local/etc/authorities.crt >"$local/etc/npmrc"
fi
scratch=$(images from scratch)
images add -q "$scratch" "$work/base" / >/dev/null
images commit -q --rm "$scratch" node:22-slim >/dev/null
images bud --isolation chroot --network host --pull-never --format docker --file deploy/Dockerfile --tag telltale . >"$work/log" 2>&1 ||
  { tail -n 30 "$work/log"; exit 1; }

# What Docker would read of the image.
config=$(images inspect --type image telltale)
field() { node -p "const { config } = JSON.parse(require('fs').readFileSync(0)).Docker; $1" <<<"$config"; }
readarray -t command < <(field '[...config.Entrypoint, ...config.Cmd].join("\n")')
health=$(field 'config.Healthcheck.Test[1]')
user=$(field config.User)
directory=$(field config.WorkingDir)
tree=$(images mount "$(images from telltale)")
du -sm "$tree" | awk '{ print "image: " $1 " MB" }'
# Read-only, as its user.
inside=(unshare --mount bash -c 'mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
  mount -o remount,bind,ro "$1" && exec chroot --userspec="$2" "$1" /usr/bin/env -i -C "$3" PATH=/usr/local/bin:/usr/bin:/bin "${@:4}"' - "$tree" "$user" "$directory")
echo "user: $("${inside[@]}" id -u)"
"${inside[@]}" sh -c 'echo x >/srv/x || echo x >/tmp/x' 2>/dev/null && { echo 'The file system can be written.'; exit 1; }
echo 'file system: read-only'
"${inside[@]}" "${command[@]}" >"$work/log" 2>&1 &
service=$!
for _ in $(seq 120); do "${inside[@]}" sh -c "$health" && break || sleep 0.5; done
"${inside[@]}" sh -c "$health"
echo 'health check: passes'
curl -sf http://127.0.0.1:8377/v1/keywords -H 'content-type: application/json' -d '{"text":"太阳是一颗恒星","topN":1}' |
  node -p '"keywords: " + JSON.parse(require("fs").readFileSync(0)).keywords[0].text'
kill "$service"
wait "$service"
echo 'ended by SIGTERM: exit code 0'
message() { printf '{"jsonrpc":"2.0","id":%s,"method":"%s","params":%s}\n' "$@"; }
{
  message 1 initialize '{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"try","version":"1"}}'
  message 2 tools/list '{}'
} | "${inside[@]}" "${command[0]}" mcp | grep -c '"result"' | awk '{ print "mcp: " $1 " answers" }'
printf '<html><title>Tea</title><body><article><p>Green tea is made of leaves that are not fermented.</p></article></body></html>' |
  "${inside[@]}" "${command[0]}" extract --input-format html --top-n 1 --format json |
  node -p '"document: " + JSON.parse(require("fs").readFileSync(0))[0].keywords[0].text'
