/** What is wrong with trainings, the machine they run on and kernels: English with {} for what differs, and Chinese with $1, $2 for it. */
export const ofTraining: readonly (readonly [english: string, chinese: string])[] = [
  // Training.
  [
    ' holds an interrupted training. Continue it with `resume`, or delete the file to start over.',
    ' 存有中断的训练。请用 `resume` 继续，或删除文件重新开始。',
  ],
  [' is a model, not a training checkpoint. Move it elsewhere.', ' 是模型，不是训练的检查点。请移走它。'],
  [
    ' belongs to a training with other options: {}. Give the same options, or delete the file to start over.',
    ' 属于选项不同的训练：$1。请给出相同的选项，或删除文件重新开始。',
  ],
  [
    ' belongs to a training on another corpus: {} document{} with {} token{} of {} word{} then, {} document{} with {} token{} of {} word{} now. Give the same files in the same order, or delete the file to start over.',
    ' 属于另一份语料的训练：当时 $1 篇文档、$3 个词例、$5 个词，现在 $7 篇、$9 个词例、$11 个词。请按同样的顺序给出同样的文件，或删除文件重新开始。',
  ],
  [
    'The corpus trains nothing: none of its {} document{} has two words of the vocabulary of {} word{}, and a word is learned from its neighbours. Each line is a document: give longer ones, or lower `minCount`.',
    '语料训练不出东西：$1 篇文档中没有一篇含有词表（$3 个词）中的两个词，而词是从相邻的词学来的。每行是一篇文档：请给更长的文档，或调低 `minCount`。',
  ],
  [
    'The corpus has {} document{} and {} token{}, but only {} word{} occur{} at least {} time{} with a vector in {}; 2 are needed. Give more text, or lower `minCount`, or cut and normalize the corpus as the text of the vectors was (`tokenizer`, `normalization`).',
    '语料有 $1 篇文档、$3 个词例，但只有 $5 个词出现至少 $8 次且在 $10 中有向量；至少要 2 个。请给更多文本，或调低 `minCount`，或按向量所用的方式切分和规范化语料（`tokenizer`、`normalization`）。',
  ],
  [
    'The corpus has {} document{} and {} token{}, but only {} word{} occur{} at least {} time{}; 2 are needed. Give more text, or lower `minCount`.',
    '语料有 $1 篇文档、$3 个词例，但只有 $5 个词出现至少 $8 次；至少要 2 个。请给更多文本，或调低 `minCount`。',
  ],
  [
    'Only {} word{} occur{} at least {} time{}; 2 are needed. Give more text, or lower `minCount`.',
    '只有 $1 个词出现至少 $4 次；至少要 2 个。请给更多文本，或调低 `minCount`。',
  ],
  ['The counting was stopped; nothing was written.', '计数已中止；什么也没有写入。'],
  ['The training was stopped; nothing was written.', '训练已中止；什么也没有写入。'],
  [
    'The training was stopped in epoch {} of {} and is kept in {}. To continue, run the same training with `resume`.',
    '训练在第 $1 遍（共 $2 遍）中止，已存入 $3。请以同样的训练加 `resume` 继续。',
  ],
  [
    'The training was stopped after epoch {} of {} and is kept in {}. To continue, run the same training with `resume`.',
    '训练在第 $1 遍（共 $2 遍）之后中止，已存入 $3。请以同样的训练加 `resume` 继续。',
  ],
  [
    'The counts were made with different tokenizers, {} and {}. Count all parts alike.',
    '各份计数所用的分词器不同：$1 和 $2。请用同样的方式为各部分计数。',
  ],
  [
    'The vectors grew beyond all bounds at learning rate {}. Lower `learningRate`.',
    '学习率为 $1 时向量无限增大。请调低 `learningRate`。',
  ],
  ['Cannot keep token ids in {}: {}', '无法在 $1 中存放词例编号：$2'],
  [
    'Cannot write token ids: {}. Free space, or name another directory with TMPDIR.',
    '写不了词例编号：$1。请腾出空间，或用 TMPDIR 指定别的目录。',
  ],
  ['The file of token ids is shorter than expected.', '存放词例编号的文件比应有的短。'],
  [
    'dim is {}, but the vectors in {} have {} components. Leave it out.',
    'dim 是 $1，而 $2 中的向量是 $3 维。请去掉它。',
  ],
  ['epoch is {}, and the training has {} epoch{}.', 'epoch 是 $1，而训练共 $2 遍。'],
  [
    '{} words × {} need about {} MiB, more than is available. Lower `dim` or `maxVocabulary`, or raise `minCount`.',
    '$1 个词 × $2 维约需 $3 MiB，超过可用内存。请调低 `dim` 或 `maxVocabulary`，或调高 `minCount`。',
  ],
  [
    'The vectors in {} are not those that the training began with. Give the same file.',
    '$1 中的向量不是训练开始时的。请给出同一个文件。',
  ],
  [
    ' is a complete model, not a shard. Give a file that telltale train-shard wrote.',
    ' 是完整的模型，不是分片。请给出 telltale train-shard 写出的文件。',
  ],
  [
    '{}: it is not a counts file: the first line is not that of telltale count.',
    '$1：不是计数文件：首行不是 telltale count 所写。',
  ],
  [
    'Name the model that the shards start from: --model round-0.safetensors.',
    '请指定各分片起始的模型：--model round-0.safetensors。',
  ],
  [' cannot be used with --estimator {}.', ' 不能与 --estimator $1 同用。'],
  [
    'checkpointEvery must be a time (90s, 10m, 2h), a number of epochs (1epoch), both (1epoch,10m) or never, got {}.',
    'checkpointEvery 应为时间（90s、10m、2h）、遍数（1epoch）、两者（1epoch,10m）或 never，现为 $1。',
  ],
  [
    '{} and {} belong to different trainings: {}. Average the shards of one epoch with the model they started from.',
    '$1 和 $2 属于不同的训练：$3。请只平均同一遍的分片和它们起始的模型。',
  ],
  ['：options or epoch differ', '：选项或遍次不同'],
  ['：vocabulary, tree or length of vectors differ', '：词表、树或向量维数不同'],
  // Kernels and memory.
  ['The kernel "{}" is not available here. Available: {}.', '计算内核 "$1" 在这里不可用。可用的有：$2。'],
  [
    'The kernel "wasm" needs WebAssembly with SIMD and threads, which this runtime lacks; use "typescript".',
    '计算内核 "wasm" 需要带 SIMD 和线程的 WebAssembly，当前运行环境没有；请用 "typescript"。',
  ],
  [
    'The kernel "wasm-relaxed" needs relaxed SIMD, which this runtime lacks; use "wasm", or Node 22 or newer.',
    '计算内核 "wasm-relaxed" 需要 relaxed SIMD，当前运行环境没有；请用 "wasm"，或 Node 22 以上。',
  ],
  [
    'The kernel "native" has not been built: there is no {}. Run "telltale native build", which needs a C compiler, or use another kernel.',
    '计算内核 "native" 尚未编译：没有 $1。请运行 "telltale native build"（需要 C 编译器），或用别的内核。',
  ],
  [
    'The kernel "native" cannot be loaded from {}: {}. Build it again on this machine.',
    '无法从 $1 加载计算内核 "native"：$2。请在本机重新编译。',
  ],
  [
    'The kernel "native" was not built: there is no C compiler "{}". Install GCC or Clang, or name one by the variable CC.',
    '计算内核 "native" 没有编译：没有 C 编译器 "$1"。请安装 GCC 或 Clang，或用环境变量 CC 指定。',
  ],
  [
    'The kernel "native" was not built: it is not built on Windows; the WebAssembly kernel is used there.',
    '计算内核 "native" 没有编译：Windows 上不编译，改用 WebAssembly 内核。',
  ],
  ['The kernel "native" was not built: {}', '计算内核 "native" 没有编译：$1'],
  [
    'The WebAssembly kernel addresses at most 4 GiB, {} GiB are needed. Use a smaller vocabulary, fewer dimensions, or the kernel "native" or "typescript".',
    'WebAssembly 内核最多寻址 4 GiB，这里需要 $1 GiB。请减小词表或维数，或用内核 "native" 或 "typescript"。',
  ],
  ['{} bytes of WebAssembly memory are not available.', '没有 $1 字节的 WebAssembly 内存可用。'],
  ['{} bytes for a table of words are not available.', '没有 $1 字节可用于词表。'],
  ['{} bytes of memory are not available.', '没有 $1 字节的内存可用。'],
  [' needs {} bytes of memory, more than is available.', ' 需要 $1 字节内存，超过可用内存。'],
  ['Not enough memory for an array of {} numbers.', '内存不够存放 $1 个数的数组。'],
];
