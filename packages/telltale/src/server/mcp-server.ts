import type { McpServerFactory, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { packageVersion } from '@telltale/core/internal/node/platform/package-files.js';
import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import { mcpTools } from './mcp-tools.js';
import { problemOf } from './problem.js';
import type { Schema } from './schemas.js';
import type { Service } from './service.js';

/** The package that speaks the protocol, as far as it is used here; only who serves assistants needs it. */
export type McpPackage = typeof import('@modelcontextprotocol/server') &
  typeof import('@modelcontextprotocol/server/stdio');

/**
 * Loads the package that speaks the Model Context Protocol. It is looked for beside this package alone: a client starts
 * the command in folders whose code nobody has asked to run.
 *
 * @throws KeywordError PACKAGE_MISSING
 */
export async function loadMcp(): Promise<McpPackage> {
  try {
    const [server, stdio] = await Promise.all([
      import('@modelcontextprotocol/server'),
      import('@modelcontextprotocol/server/stdio'),
    ]);
    return { ...server, ...stdio };
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const [reason, zh] =
      code === 'ERR_MODULE_NOT_FOUND'
        ? ['is not installed', '没有安装']
        : [`does not run here: ${message}`, `无法在本机运行：${message}`];
    throw new KeywordError(
      'PACKAGE_MISSING',
      `The package @modelcontextprotocol/server ${reason}. Run npm install @modelcontextprotocol/server where telltale is installed (with --global if it is).`,
      {
        cause,
        zh: `软件包 @modelcontextprotocol/server ${zh}。请在安装 telltale 的地方运行 npm install @modelcontextprotocol/server（全局安装的加 --global）。`,
      },
    );
  }
}

/**
 * Makes servers of the Model Context Protocol over one service: one a connection, or a request of HTTP.
 *
 * @param tell is told of what went wrong that should not
 */
export function mcpServers(
  { McpServer }: McpPackage,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  tell: (error: unknown) => void,
): McpServerFactory {
  const tools = mcpTools(service, limits);
  const instructions = 'Keywords and tags of texts, by statistics alone: the same text gives the same answer.';
  return () => {
    const server = new McpServer({ name: 'telltale', title: 'Telltale', version: packageVersion() }, { instructions });
    for (const { name, title, description, input, output, call } of tools) {
      const config = {
        title,
        description,
        inputSchema: asStandard(input),
        outputSchema: asStandard(output),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      };
      server.registerTool(name, config, async (given, { mcpReq }) => {
        try {
          const text = await call(given, () => !mcpReq.signal.aborted);
          return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) };
        } catch (error) {
          const { code, message } = problemOf(error);
          if (code === 'INTERNAL') tell(error);
          return { content: [{ type: 'text', text: message }], isError: true };
        }
      });
    }
    return server;
  };
}

/** A schema as the package takes it. Options are checked by their table, with the same messages as everywhere. */
function asStandard(schema: Schema): StandardSchemaWithJSON<Record<string, unknown>> {
  const jsonSchema = () => schema as Record<string, unknown>;
  return {
    '~standard': {
      version: 1,
      vendor: 'telltale',
      validate: (value) => ({ value: value as Record<string, unknown> }),
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}
