import { once } from 'node:events';
import { resolveOptions } from '@telltale/core';
import { modelOptions, serveOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import type { CommandIo } from './io.js';

const { model: _named, ...loading } = modelOptions;

const examples = `
Examples:
  telltale serve
  telltale serve --host 0.0.0.0 --port 80 --tokens tokens.txt --rate-limit 600
  telltale serve --models news=news.safetensors --models law=word2vec_law --weights tickets=weights.json
  telltale serve --encoder en=en --encoder law=law-encoder

SIGHUP reads the files of models, weights, encoders and tags again; SIGTERM and SIGINT finish what is under way and end, and a second one
ends at once.`;

/** telltale serve: the HTTP service and the page. */
export function serveCommand(io: CommandIo): Command {
  const command = new Command('serve').description('Serve keywords over HTTP, with a page to try them on.');
  for (const group of [serveOptions, loading]) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async () => {
    const options = resolveOptions(serveOptions, flagsOf(command, serveOptions));
    // Loaded here, for no other command needs it.
    const { createServer, listen, Service } = await import('../server.js');
    const service = await Service.open(options, resolveOptions(loading, flagsOf(command, loading)));
    const [ended, hurry] = [new AbortController(), new AbortController()];
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      io.onSignal(signal, () => (ended.signal.aborted ? hurry : ended).abort());
    }
    try {
      const app = await createServer(service, options, io.stderr, hurry.signal);
      const warn = () => {
        for (const warning of service.warnings) app.log.warn(warning);
      };
      warn();
      io.onSignal('SIGHUP', () => {
        service.reload().then(
          () => {
            app.log.info('models reloaded');
            warn();
          },
          (error: Error) => app.log.error(`the models stay as they were: ${error.message}`),
        );
      });
      const port = await listen(app, options);
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      io.stdout.write(`Telltale serves at http://${host}:${port}\n`);
      if (!ended.signal.aborted) await once(ended.signal, 'abort');
      await app.close();
    } finally {
      await service.close();
    }
  });
}
