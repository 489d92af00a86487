import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { resolveOptions } from '@telltale/core';
import { mcpOptions, modelOptions, serveOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { refusalOf, watched } from '../server/mcp-lines.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import type { CommandIo } from './io.js';
import { say } from './language.js';
import { Unanswered } from './unanswered.js';

const { model: _named, ...loading } = modelOptions;

const examples = `
Examples:
  telltale mcp
  telltale mcp --tags blog=tags.safetensors

It speaks over standard input and output; telltale serve --mcp speaks over HTTP. docs/assistants.md has the
configuration of the usual clients.`;

/** telltale mcp: the tools for assistants, over standard input and output. */
export function mcpCommand(io: CommandIo): Command {
  const command = new Command('mcp').description('Serve tools to assistants by the Model Context Protocol.');
  for (const group of [mcpOptions, loading]) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async () => {
    const given = resolveOptions(mcpOptions, flagsOf(command, mcpOptions));
    const options = { ...resolveOptions(serveOptions, {}), ...given };
    // Loaded here, for no other command needs it.
    const [{ Service }, { loadMcp, mcpServers }] = await Promise.all([
      import('../server.js'),
      import('../server/mcp-server.js'),
    ]);
    const mcp = await loadMcp();
    const service = await Service.open(options, resolveOptions(loading, flagsOf(command, loading)));
    try {
      for (const warning of service.warnings) warn(io, warning);
      const look = (line: string) => {
        const refusal = refusalOf(line, mcp.parseJSONRPCMessage);
        if (refusal) io.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...refusal })}\n`);
      };
      const input = Readable.from(
        untilAnswered(watched(io.stdin, options.maxBodyBytes, look), () => unanswered.none()),
        { objectMode: false },
      );
      const output = new Writable({
        write(chunk, _, done) {
          io.stdout.write(String(chunk));
          done();
        },
      });
      const tell = (error: unknown) => io.stderr.write(`telltale: ${(error as Error).stack}\n`);
      const transport = new mcp.StdioServerTransport(input, output, { maxBufferSize: options.maxBodyBytes });
      const connection = mcp.serveStdio(mcpServers(mcp, service, options, tell), {
        transport,
        onerror: ({ message }) => sayError(io, message),
      });
      const unanswered = new Unanswered(transport);
      const { onclose } = transport;
      const closed = new Promise<void>((resolve) => {
        transport.onclose = () => {
          onclose?.();
          resolve();
        };
      });
      await Promise.race([closed, once(io.interruptSignal(), 'abort')]);
      await connection.close();
      // What waits for more of it holds the process.
      if (io.stdin instanceof Readable) io.stdin.destroy();
      input.destroy();
    } finally {
      await service.close();
    }
  });
}

const NEWLINE = 10;
/**
 * The input, its last line with an end; it ends when what it asked for is answered, for its end closes the connection.
 */
async function* untilAnswered(input: AsyncIterable<Uint8Array>, answered: () => Promise<void>) {
  let last: number | undefined = NEWLINE;
  for await (const chunk of input) {
    last = chunk.at(-1) ?? last;
    yield chunk;
  }
  if (last !== NEWLINE) yield Uint8Array.of(NEWLINE);
  // What was read last is taken in this turn of the loop.
  await turn();
  await answered();
}

/** Says what is wrong with a message, in a line: the package prints a tree of all shapes that it might have had. */
function sayError(io: CommandIo, message: string): void {
  if (!message.startsWith('[')) warn(io, message);
  else say(io, 'A message is not JSON-RPC 2.0 and was refused.', '有一条消息不是 JSON-RPC 2.0，已拒绝。');
}
