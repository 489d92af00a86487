import { define, type OptionsOf } from './option.js';

/** Options of the service. */
export const serveOptions = define({
  host: {
    type: 'string',
    default: '127.0.0.1',
    flag: '--host',
    unit: 'address',
    description: 'Address to listen on; 0.0.0.0 for all addresses of this machine.',
    zh: '监听的地址；0.0.0.0 表示本机所有地址。',
  },
  port: {
    type: 'integer',
    default: 8377,
    min: 0,
    max: 65_535,
    flag: '--port',
    description: 'Port; 0 for any.',
    zh: '端口；0 表示任意端口。',
  },
  models: {
    type: 'paths',
    flag: '--models',
    unit: 'name=file',
    description:
      'Models to serve, each under its name; the first is the default (default: the embedded ones, by language).',
    zh: '提供哪些模型，各用各的名称；第一个是默认模型（默认：自带模型，按语言选）。',
  },
  weights: {
    type: 'paths',
    flag: '--weights',
    unit: 'name=file',
    description: 'Weights written by telltale fit, each under a name for requests to use, besides the built-in ones.',
    zh: 'telltale fit 写出的权重，除自带的以外，请求可按名称使用。',
  },
  encoder: {
    type: 'paths',
    flag: '--encoder',
    unit: 'name=folder',
    description:
      'Text encoders to serve, each under a name for requests to use: an installed one (en=en), or a folder. A tag list compiled with one of them uses it.',
    zh: '提供哪些文本编码器，请求可按名称使用：已安装的（en=en），或目录。用其中某个编码器编成的标签表会用到它。',
  },
  tags: {
    type: 'paths',
    flag: '--tags',
    unit: 'name=file',
    description: 'Tag lists to serve, each under its name: a list, or a file written by telltale tag --save.',
    zh: '提供哪些标签表，各用各的名称：标签表，或 telltale tag --save 写出的文件。',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads, which share one copy of each model (default: all cores).',
    zh: '工作线程数，每个模型各线程共用一份（默认：每核一个）。',
  },
  maxTextLength: {
    type: 'integer',
    default: 100_000,
    min: 1,
    max: 10_000_000,
    flag: '--max-text-length',
    unit: 'characters',
    description: 'Longest text accepted.',
    zh: '接受的最长文本。',
  },
  maxTexts: {
    type: 'integer',
    default: 100,
    min: 1,
    max: 100_000,
    flag: '--max-texts',
    unit: 'texts',
    description: 'Most texts in one request; streams have no such limit.',
    zh: '一次请求最多几篇文本；流式请求不限。',
  },
  maxBodyBytes: {
    type: 'integer',
    default: 4 * 2 ** 20,
    min: 1024,
    max: 2 ** 30,
    flag: '--max-body-bytes',
    unit: 'bytes',
    description: 'Largest request body, and longest line of a stream.',
    zh: '请求体的上限，也是流中一行的上限。',
  },
  maxQueue: {
    type: 'integer',
    default: 100,
    min: 0,
    max: 1_000_000,
    flag: '--max-queue',
    unit: 'texts',
    description: 'Most texts waiting for a thread; further ones are refused with 503.',
    zh: '最多几篇文本排队等线程；再多就以 503 拒绝。',
  },
  timeLimit: {
    type: 'number',
    default: 10,
    min: 0.01,
    max: 3600,
    flag: '--time-limit',
    unit: 'seconds',
    description: 'Longest time for a text, waiting included; then 503.',
    zh: '一篇文本最多用时，含等待；超时为 503。',
  },
  requestSeconds: {
    type: 'number',
    default: 30,
    min: 0.1,
    max: 3600,
    flag: '--request-seconds',
    unit: 'seconds',
    description: 'Longest time to receive a request, or a line of a stream; then 408.',
    zh: '接收一个请求或流中一行最多用时；超时为 408。',
  },
  drainSeconds: {
    type: 'number',
    default: 0,
    min: 0,
    max: 3600,
    flag: '--drain-seconds',
    unit: 'seconds',
    description:
      'On shutdown, keep listening this long while /readyz answers 503, so that load balancers stop sending requests.',
    zh: '关闭时，再监听这么久，其间 /readyz 回答 503，好让负载均衡器不再送来请求。',
  },
  closeSeconds: {
    type: 'number',
    default: 30,
    min: 0,
    max: 3600,
    flag: '--close-seconds',
    unit: 'seconds',
    description: 'After that, longest time for open requests to finish; the rest are aborted.',
    zh: '此后，最多等这么久让未完的请求做完；其余的中断。',
  },
  threadMemory: {
    type: 'integer',
    min: 16,
    max: 1_048_576,
    flag: '--thread-memory',
    unit: 'MB',
    description:
      'Memory limit of a thread, besides its models; a thread that needs more is replaced, and its texts get 503 (default: that of Node.js).',
    zh: '每个线程的内存上限，不含模型；超出的线程会被换掉，它的文本得到 503（默认：Node.js 的上限）。',
  },
  trustProxy: {
    type: 'list',
    max: 1000,
    flag: '--trust-proxy',
    unit: 'addresses',
    description:
      'Proxies whose X-Forwarded-For is trusted for --rate-limit, comma-separated: addresses, networks (10.0.0.0/8), loopback, linklocal, uniquelocal (default: none).',
    zh: '计算 --rate-limit 时相信哪些代理的 X-Forwarded-For，用逗号分隔：地址、网段（10.0.0.0/8）、loopback、linklocal、uniquelocal（默认：都不信）。',
  },
  rateLimit: {
    type: 'integer',
    default: 0,
    min: 0,
    flag: '--rate-limit',
    unit: 'requests a minute',
    description: 'Most requests per address and minute, except for health and metrics; then 429. 0 for no limit.',
    zh: '每个地址每分钟最多几个请求，健康检查和指标不计；超过为 429。0 表示不限。',
  },
  tokens: {
    type: 'string',
    flag: '--tokens',
    unit: 'file',
    description: 'Bearer tokens, one per line; every request except for health must carry one.',
    zh: 'Bearer 令牌，每行一个；除健康检查外，每个请求都须带一个。',
  },
  mcp: {
    type: 'boolean',
    default: false,
    flag: '--mcp',
    description:
      'Also serve tools to assistants at /mcp, by the Model Context Protocol over HTTP; needs the package @modelcontextprotocol/server.',
    zh: '同时在 /mcp 向助手程序提供工具（HTTP 上的 Model Context Protocol）；需要软件包 @modelcontextprotocol/server。',
  },
  logLevel: {
    type: 'choice',
    choices: ['info', 'warn', 'error', 'silent'],
    default: 'info',
    flag: '--log-level',
    description: 'Log level; logs are JSON lines on standard error and never contain texts.',
    zh: '日志级别；日志是标准错误上的 JSON 行，从不含文本。',
  },
});

/** Options of {@link serveOptions} as a caller passes them. */
export type ServeOptions = OptionsOf<typeof serveOptions>;

const { models, weights, encoder, tags, maxTextLength, maxBodyBytes, maxQueue, timeLimit, threadMemory } = serveOptions;

/** Options of the tools for assistants over standard input and output: those of the service that are not of HTTP. */
export const mcpOptions = define({
  models,
  weights,
  encoder,
  tags,
  threads: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads, i.e. texts processed at a time.',
    zh: '工作线程数，即同时处理的文本数。',
  },
  maxTextLength,
  maxBodyBytes: { ...maxBodyBytes, description: 'Largest message.', zh: '消息的上限。' },
  maxQueue: {
    ...maxQueue,
    description: 'Maximum number of texts waiting for a thread; further ones are refused.',
    zh: '最多几篇文本排队等线程；再多就拒绝。',
  },
  timeLimit: {
    ...timeLimit,
    description: 'Longest time for a text, waiting included.',
    zh: '一篇文本最多用时，含等待。',
  },
  threadMemory: {
    ...threadMemory,
    description:
      'Memory limit of a thread, besides its models; a thread that needs more is replaced (default: that of Node.js).',
    zh: '每个线程的内存上限，不含模型；超出的线程会被换掉（默认：Node.js 的上限）。',
  },
});
