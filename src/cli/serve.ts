import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { resolveOptions } from '../node.js';
import { modelOptions, serveOptions } from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import type { CommandIo } from './io.js';

const { model: _named, ...loading } = modelOptions;

const examples = `
Examples:
  telltale serve
  telltale serve --host 0.0.0.0 --port 80 --tokens tokens.txt --rate-limit 600
  telltale serve --models news=news.safetensors --models law=word2vec_law

SIGHUP reads the model files anew, SIGTERM and SIGINT finish what is under way and end.`;

/** telltale serve: the HTTP service and the page. */
export function serveCommand(io: CommandIo): Command {
  const command = new Command('serve').description('Serve keywords over HTTP, with a page to try them on.');
  for (const group of [serveOptions, loading]) addFlags(command, group);
  return command.addHelpText('after', examples).action(async () => {
    const options = resolveOptions(serveOptions, flagsOf(command, serveOptions));
    // Loaded here, for no other command needs it.
    const { createServer, Service } = await import('../server.js');
    const service = await Service.open(options, resolveOptions(loading, flagsOf(command, loading)));
    const app = await createServer(service, options, io.stderr);
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) io.onSignal(signal, resolve);
    });
    io.onSignal('SIGHUP', () => {
      service.reload().then(
        () => app.log.info('models read anew'),
        (error: Error) => app.log.error(`the models stay as they were: ${error.message}`),
      );
    });
    await app.listen({ host: options.host, port: options.port, listenTextResolver: () => 'listening' });
    const { port } = app.server.address() as AddressInfo;
    io.stdout.write(
      `Telltale serves at http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}\n`,
    );
    await ended;
    await app.close();
    await service.close();
  });
}
