import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { serveOptions } from '../../packages/core/dist/options.js';
import { python, root, start, temporaryDirectory } from '../support.js';
import { serve } from './running.js';

const { url } = await serve('--threads', '1', '--log-level', 'silent');
const example = (name: string) => join(root, 'examples/service', name);

async function output(program: string, ...args: string[]): Promise<string> {
  const child = start(program, args, { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  return text;
}

test('the example for curl', async () => {
  const { keywords } = JSON.parse(await output('sh', example('keywords.sh'), url));
  assert.ok(keywords.some((keyword: { text: string }) => keyword.text === '太阳'));
});

test('the example for Node', async () => {
  // The package is imported as users do, but by its place.
  const script = join(temporaryDirectory(), 'keywords.mjs');
  const code = readFileSync(example('keywords.mjs'), 'utf8');
  writeFileSync(
    script,
    code.replace("'telltale/client'", JSON.stringify(join(root, 'packages/telltale/dist/client.js'))),
  );
  assert.match(await output(process.execPath, script, url), /^sun .*太阳.*\nreef .*[Rr]eefs/);
});

test('the example for Python', async () => {
  assert.match(await output(python, example('keywords.py'), url), /太阳.*\n.*star/);
});

test('what is deployed names flags and paths that there are', () => {
  const flags = Object.values(serveOptions).map(({ flag }) => flag);
  for (const file of ['Dockerfile', 'compose.yaml', 'telltale.service', 'kubernetes.yaml']) {
    const text = readFileSync(join(root, 'deploy', file), 'utf8');
    const serving = text.split('\n').filter((line) => /\bserve\b/.test(line));
    assert.equal(serving.length, 1, file);
    for (const [flag] of serving[0].matchAll(/--[\w-]+/g))
      assert.ok((flags as string[]).includes(flag), `${file}: ${flag}`);
  }
});

test('the image has what assistants and documents need, and is made of every package that the command needs', () => {
  const manifest = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const { devDependencies, scripts } = manifest('.');
  const [, list] = /optional = \[(.*?)\]/.exec(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'))!;
  const optional = Array.from(list.matchAll(/'([^']+)'/g), ([, name]) => name);
  const peers = { ...manifest('packages/core').peerDependencies, ...manifest('packages/telltale').peerDependencies };
  const readers = ['@mozilla/readability', 'linkedom', 'mammoth', 'unpdf'];
  assert.deepEqual(optional, ['@modelcontextprotocol/server', ...readers]);
  for (const name of optional) assert.ok(name in devDependencies && name in peers, name);
  for (const name of ['telltale', ...Object.keys(manifest('packages/telltale').dependencies)]) {
    const [, own] = /^(?:@telltale\/)?(telltale|(?<=\/).+)$/.exec(name) ?? [];
    if (own) assert.ok(scripts.archives.includes(`--workspace packages/${own}`), name);
  }
});

test('the manifest for Kubernetes asks paths that there are, and runs without rights it does not need', async () => {
  const [deployment, service] = parseAllDocuments(readFileSync(join(root, 'deploy/kubernetes.yaml'), 'utf8')).map(
    (document) => {
      assert.deepEqual(document.errors, []);
      return document.toJS();
    },
  );
  const { template, selector } = deployment.spec;
  assert.deepEqual(selector.matchLabels, template.metadata.labels);
  assert.deepEqual(service.spec.selector, template.metadata.labels);
  const [{ args, ports, securityContext, ...container }] = template.spec.containers;
  assert.equal(template.spec.securityContext.runAsNonRoot, true);
  assert.equal(securityContext.readOnlyRootFilesystem, true);
  assert.equal(securityContext.allowPrivilegeEscalation, false);
  assert.deepEqual(securityContext.capabilities.drop, ['ALL']);
  assert.equal(args[args.indexOf('--port') + 1], String(ports[0].containerPort));
  assert.equal(service.spec.ports[0].targetPort, ports[0].name);
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
    const { path, port } = container[probe].httpGet;
    assert.equal(port, ports[0].name);
    assert.equal((await fetch(url + path)).status, 200, path);
  }
  const drain = Number(args[args.indexOf('--drain-seconds') + 1]);
  assert.ok(template.spec.terminationGracePeriodSeconds > drain + serveOptions.closeSeconds.default);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test('systemd understands the unit', { skip: !hasSystemd && 'no systemd here' }, () => {
  const unit = join(temporaryDirectory(), 'telltale.service');
  // Where the command is installed, it does not look.
  const text = readFileSync(join(root, 'deploy/telltale.service'), 'utf8');
  writeFileSync(unit, text.replace('/usr/local/bin/telltale', process.execPath));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
});
