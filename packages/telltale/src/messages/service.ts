/** What is wrong with the start of a service, and with the lists and models that its page asks for. */
export const ofService: readonly (readonly [english: string, chinese: string])[] = [
  [' has no token: write one per line.', ' 中没有令牌：请每行写一个。'],
  [
    'Cannot listen at {}, port {}: another program listens there already. Choose another --port, or 0 for any that is free.',
    '无法监听 $1 端口 $2：已有其他程序在监听。请用 --port 换一个端口，0 表示任选空闲端口。',
  ],
  [
    'Cannot listen at {}, port {}: the host is not an address of this machine. Choose another --host, or 0.0.0.0 for all of its addresses.',
    '无法监听 $1 端口 $2：主机不是本机的地址。请用 --host 换一个，0.0.0.0 表示本机所有地址。',
  ],
  [
    'Cannot listen at {}, port {}: this user may not listen there. Choose a --port of 1024 or more.',
    '无法监听 $1 端口 $2：当前用户没有权限。请用 --port 选 1024 以上的端口。',
  ],
  [
    'Cannot listen at {}, port {}: the host has no address. Check the name given as --host.',
    '无法监听 $1 端口 $2：主机没有地址。请检查 --host 的名称。',
  ],
  [
    'Cannot listen at {}, port {}: the name of the host could not be looked up. Check --host, or give an address.',
    '无法监听 $1 端口 $2：查不到主机名。请检查 --host，或直接给出地址。',
  ],
  [
    'Cannot listen at {}, port {}: {}. Choose another --host or --port.',
    '无法监听 $1 端口 $2：$3。请用 --host 或 --port 另选。',
  ],
  [
    'models is "{}"; auto means the embedded models. Choose another name.',
    'models 是 "$1"；auto 指自带模型。请换一个名称。',
  ],
  [
    '{} must be name=file, the name of letters, digits, "-", "_" and ".", got "{}".',
    '$1 应为“名称=文件”，名称由字母、数字、"-"、"_" 和 "." 组成，现为 "$2"。',
  ],
  [
    'weights is "{}"; {} are weights that every service has. Choose another name.',
    'weights 是 "$1"；$2 是每个服务都有的权重。请换一个名称。',
  ],
  ['{} has the name {} for several: {}. Rename one.', '$1 有几个都叫 $2：$3。请改一个名。'],
  [
    'trustProxy must be addresses (10.0.0.1), networks (10.0.0.0/8), {}; got {}.',
    'trustProxy 应为地址（10.0.0.1）、网段（10.0.0.0/8）、$1；现为 $2。',
  ],
  [
    'threadMemory of {} MB is too little to load the models; give more.',
    'threadMemory 为 $1 MB，不够加载模型；请调高。',
  ],
  ['The memory of a thread is too little to load the models; give more.', '一个线程的内存不够加载模型；请调高。'],
  [
    'list is {}, which is not known here (any more). Give the list again: POST /v1/tags/lists.',
    'list 是 $1，本服务没有这张标签表，或不再保存。请重新给出：POST /v1/tags/lists。',
  ],
  [
    'No list of tags is served here; give one by POST /v1/tags/lists, or start the service with --tags NAME=FILE.',
    '本服务没有标签表；请用 POST /v1/tags/lists 给出，或启动时用 --tags 名称=文件 指定。',
  ],
  ['list is {}; served here are: {}.', 'list 是 $1；本服务有：$2。'],
  ['model is {}; served here are: {}.', 'model 是 $1；本服务有：$2。'],
  ['weights is {}; served here are: {}.', 'weights 是 $1；本服务有：$2。'],
];
