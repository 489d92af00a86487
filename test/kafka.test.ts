import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { blocksOf } from './run-documents.js';
import { freePort, root, skipsAllowed, start, temporaryDirectory, until } from './support.js';

// A broker and what comes with it, which .ci/run puts here.
const jars = join(root, '.kafka');
const hasKafka = existsSync(jars) && readdirSync(jars).some((name) => name.startsWith('kafka-tools-'));
const hasTools = ['java', 'kcat'].every((program) => spawnSync(program, ['-h']).error === undefined);
const missing = hasKafka && hasTools ? false : 'There is no Kafka here, no Java or no kcat; .ci/run installs them.';

/** The programs of Kafka by the names of their scripts, which start Java with the same class. */
const tools = {
  'kafka-storage.sh': 'kafka.tools.StorageTool',
  'kafka-server-start.sh': 'kafka.Kafka',
  'kafka-console-producer.sh': 'org.apache.kafka.tools.ConsoleProducer',
  'kafka-consumer-groups.sh': 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
};

test('the recipe for Kafka: what waits and what comes, bad messages, a broker that was away, a group set back', {
  skip: skipsAllowed && missing,
}, async (context) => {
  const directory = temporaryDirectory();
  const script = (name: string, line: string) =>
    writeFileSync(join(directory, name), `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
  script('telltale', `"${process.execPath}" "${join(root, 'packages/telltale/bin/telltale.js')}"`);
  for (const [name, main] of Object.entries(tools))
    script(name, `java -XX:TieredStopAtLevel=1 -Xmx512m -cp "${jars}/*" ${main}`);
  const env = { ...process.env, PATH: `${directory}${delimiter}${process.env.PATH}` };
  const run = (program: string, args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(program, args, { env, input, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const [port, control] = [await freePort(), await freePort()];
  const broker = `localhost:${port}`;
  const settings = join(directory, 'server.properties');
  const properties = `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:${control}
listeners=PLAINTEXT://${broker},CONTROLLER://localhost:${control}
controller.listener.names=CONTROLLER
log.dirs=${join(directory, 'data')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
`;
  writeFileSync(settings, properties);
  run('kafka-storage.sh', ['format', '-t', 'dGVzdHRlc3R0ZXN0dGVzdA', '-c', settings]);
  const serve = async () => {
    const server = start('kafka-server-start.sh', [settings], { env });
    await until('the broker answers', () => spawnSync('kcat', ['-L', '-b', broker, '-m', '1']).status === 0);
    return server;
  };
  const send = (...messages: readonly object[]) => {
    run('kcat', ['-P', '-b', broker, '-t', 'articles'], messages.map((one) => `${JSON.stringify(one)}\n`).join(''));
  };
  // The topic is made by the first message that is sent to it.
  const come = () => {
    const args = ['-C', '-q', '-e', '-b', broker, '-t', 'articles-with-keywords', '-o', 'beginning'];
    const { stdout } = spawnSync('kcat', args, { encoding: 'utf8' });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  const [recipe, setBack] = blocksOf('docs/search-engines.md')
    .map(({ code }) => code.replaceAll('broker:9092', broker))
    .filter((code) => code.includes(broker));
  let server = await serve();
  send({ id: 'a', text: '太阳是一颗恒星' }, { id: 'b', text: 'line one\nline two of the boats' }, { id: 'c' });
  run('kcat', ['-P', '-b', broker, '-t', 'articles'], 'no JSON\n');
  const flow = () => {
    // In a group of its own, so that all of it ends at once.
    const { pid } = start('setsid', ['bash', '-c', recipe], { env });
    const end = (signal: string) => spawnSync('kill', [`-${signal}`, '--', `-${pid}`]);
    // What ends politely asks a broker that ends at the same time.
    context.after(() => end('KILL'));
    return () => end('TERM');
  };
  const end = flow();
  await until('what was there before is answered while the pipe is open', () => come().length === 4);
  const [sun, lines, without, none] = come();
  assert.ok(sun.keywords.some((keyword: { text: string }) => keyword.text === '恒星'));
  assert.deepEqual([lines.id, lines.text], ['b', 'line one\nline two of the boats']);
  assert.deepEqual([without.id, without.error.code], ['c', 'INVALID_TEXT']);
  assert.match(none.error.message, /not JSON/);

  const ended = new Promise((resolve) => server.on('close', resolve));
  server.kill();
  await ended;
  server = await serve();
  send({ id: 'd', text: '行星围绕着太阳' });
  await until('the pipe goes on', () => come().length === 5);
  assert.equal(come()[4].id, 'd');

  end();
  await until('the group is empty and set back', () =>
    spawnSync('bash', ['-c', setBack], { env, encoding: 'utf8' }).stdout.includes('articles'),
  );
  flow();
  await until('all is answered again', () => come().length === 10);
});
