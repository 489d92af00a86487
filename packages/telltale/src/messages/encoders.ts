/** What is wrong with tokenizers, dictionaries and encoders: English with {} for what differs, and Chinese with $1, $2 for it. */
export const ofEncoders: readonly (readonly [english: string, chinese: string])[] = [
  // Tokenizers and dictionaries.
  [
    'The model was trained with another tokenizer: {}. {}, train a model with this one, or use it anyway with `allowMismatch`.',
    '模型训练时用的是另一个分词器：$1。$2，用现有的分词器训练模型，或用 `allowMismatch` 照样使用。',
  ],
  ['Give the dictionary it was trained with (`dictionary`)', '请给出训练时的词典（`dictionary`）'],
  ['Use the Node.js (its ICU) that it was trained with', '请用训练时的 Node.js（及其 ICU）'],
  ['Install that version，', '请安装那个版本，'],
  [
    'The weights of the Chinese tagger have {} bytes; {} were expected. Install the package again.',
    '中文标注器的权重有 $1 字节；应为 $2。请重新安装软件包。',
  ],
  [
    'The weights of the English tagger have {} bytes; {} were expected. Install the package again.',
    '英文标注器的权重有 $1 字节；应为 $2。请重新安装软件包。',
  ],
  ['Line {} of the dictionary holds a NUL byte: it is not text.', '词典第 $1 行含有 NUL 字节：不是文本。'],
  ['The dictionary has no terms.', '词典中没有词条。'],
  [
    'Line {} of the dictionary has the frequency {}; expected a whole number of at least 0: {}',
    '词典第 $1 行的词频是 $2；应为不小于 0 的整数：$3',
  ],
  [
    ' does not run here. Use the tokenizer "intl", or run in Node.',
    ' 无法在这里运行。请用分词器 "intl"，或在 Node 中运行。',
  ],
  // Encoders.
  [
    'The post-processor of tokenizer.json changes the pieces of a text. Expected one that only adds special tokens before and after it.',
    'tokenizer.json 的后处理器会改动文本的片段。应为只在前后加符号的。',
  ],
  [
    'There is no encoder {}. Expected a folder with model.onnx and tokenizer.json, or the name of an installed encoder (npm install @telltale/encoder-en or @telltale/encoder-zh; docs/encoder.md says how to make them).',
    '没有编码器 $1。应为含 model.onnx 和 tokenizer.json 的文件夹，或已安装编码器的名称（npm install @telltale/encoder-en 或 @telltale/encoder-zh；做法见 docs/encoder.md）。',
  ],
  [
    ' has no {}. Expected the folder of an encoder: model.onnx, tokenizer.json and 1_Pooling/config.json, as sentence-transformers writes them.',
    ' 中没有 $1。应为编码器的文件夹，含 model.onnx、tokenizer.json 和 1_Pooling/config.json，如 sentence-transformers 所写。',
  ],
  [
    '/1_Pooling/config.json pools by {}; expected {} alone. Use an encoder with one of them.',
    '/1_Pooling/config.json 的池化方式是 $1；应只有 $2。请换用这样的编码器。',
  ],
  ['/tokenizer.json cannot be used: {}', '/tokenizer.json 无法使用：$1'],
  ['model.onnx cannot be opened: {}', 'model.onnx 打不开（ONNX Runtime 的说明：$1）。'],
  ['model.onnx cannot be run: {}', 'model.onnx 运行不了（ONNX Runtime 的说明：$1）。'],
  [
    'model.onnx has the inputs {} and the outputs {}; expected input_ids and last_hidden_state. Export it for feature extraction.',
    'model.onnx 的输入是 $1，输出是 $2；应为 input_ids 和 last_hidden_state。请按特征提取（feature extraction）导出。',
  ],
  ['model.onnx needs an input {}, which is not supported here.', 'model.onnx 需要输入 $1，这里不支持。'],
  [
    'model.onnx gives {} numbers for {} pieces; expected vectors of {}, as its card says.',
    'model.onnx 为 $2 个片段给出 $1 个数；按说明应为 $3 维向量。',
  ],
];
