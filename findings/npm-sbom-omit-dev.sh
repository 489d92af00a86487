#!/usr/bin/env bash
# npm sbom --omit dev leaves out a runtime dependency that a tool of development needs, too.
#
# Seen with npm 11.19.1 on Node.js 20.20.2. The package "ms" is a dependency of the project and of its devDependency "debug";
# npm ls --omit dev lists it, npm install --omit dev installs it, the lock file does not mark it "dev": the bill of materials
# has nothing in it. Output seen:
#
#   npm ls --omit dev:    ms
#   npm sbom --omit dev:  (nothing)
#
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"name":"probe","version":"1.0.0","dependencies":{"ms":"2.1.3"},"devDependencies":{"debug":"4.3.7"}}' >package.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null
echo "npm $(npm --version)"
read='const all = JSON.parse(require("fs").readFileSync(0)); console.log('
listed=$(npm ls --omit dev --package-lock-only --json | node -e "$read Object.keys(all.dependencies).join(' '))")
billed=$(npm sbom --omit dev --package-lock-only --sbom-format cyclonedx |
  node -e "$read all.components.map((c) => c.name).join(' ') || '(nothing)')")
echo "npm ls --omit dev:    $listed"
echo "npm sbom --omit dev:  $billed"
[ "$listed" = ms ] && [ "$billed" = '(nothing)' ]
