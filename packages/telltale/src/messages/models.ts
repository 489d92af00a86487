/** What is wrong with models: English with {} for what differs, and Chinese with $1, $2 for it. */
export const ofModels: readonly (readonly [english: string, chinese: string])[] = [
  // Which file is a model.
  [
    "{} is not a model: {}. Models of Telltale (.safetensors), gensim's save(), fastText (.bin) and word vectors (word2vec, GloVe, .vec) can be read.",
    '$1 不是模型：$2。可读的有 Telltale 的模型（.safetensors）、gensim 的 save()、fastText（.bin）和词向量（word2vec、GloVe、.vec）。',
  ],
  ['：it is empty', '：文件是空的'],
  ['it looks like a web page, perhaps of a download that failed', '看起来是网页，可能是下载失败的结果'],
  [
    'it looks like a pointer of Git LFS; fetch the file itself (git lfs pull)',
    '看起来是 Git LFS 的指针；请取回文件本身（git lfs pull）',
  ],
  ['it looks like a bzip2 file; unpack it first (bunzip2)', '看起来是 bzip2 文件；请先解压（bunzip2）'],
  ['it looks like an xz file; unpack it first (xz -d)', '看起来是 xz 文件；请先解压（xz -d）'],
  ['it looks like a zstd file; unpack it first (zstd -d)', '看起来是 zstd 文件；请先解压（zstd -d）'],
  [
    'it looks like a Parquet file; give it a name that ends in .parquet, or the directory that Spark saved the model to',
    '看起来是 Parquet 文件；请让文件名以 .parquet 结尾，或给出 Spark 保存模型的目录',
  ],
  [
    'it looks like a zip archive; unpack it first (an .npz belongs to the model next to it)',
    '看起来是 zip 压缩包；请先解压（.npz 属于它旁边的模型）',
  ],
  ['it looks like an XML text', '看起来是 XML 文本'],
  ['it looks like an HDF5 file', '看起来是 HDF5 文件'],
  ['it looks like binary data of an unknown kind', '看起来是种类未知的二进制数据'],
  ['it looks like a GGUF model', '看起来是 GGUF 模型'],
  ['it looks like a JSON text', '看起来是 JSON 文本'],
  ['it looks like a PDF document', '看起来是 PDF 文档'],
  ['it looks like a program', '看起来是程序'],
  ['it looks like a text', '看起来是文本'],
  [
    'There is no model {}. Expected a model of Telltale: the path of a model file, or the name of an installed model: none is installed.',
    '没有模型 $1。应为 Telltale 的模型：模型文件的路径，或已安装模型的名称：目前没有安装。',
  ],
  [
    'There is no model {}. Expected a model of Telltale: the path of a model file, or the name of an installed model: {}.',
    '没有模型 $1。应为 Telltale 的模型：模型文件的路径，或已安装模型的名称：$2。',
  ],
  [
    ' A training cannot continue from this checkpoint: delete it to start over.',
    '训练无法从这个检查点接着进行：请删除它，从头开始。',
  ],
  [' is gzipped twice; unpack it first.', ' 用 gzip 压缩了两次；请先解压。'],
  [
    ' is one array of a model saved by gensim. Give the file beside it whose name is the beginning of this one.',
    ' 只是 gensim 所存模型的一个数组。请给出旁边那个文件，它的名称是本文件名的开头部分。',
  ],
  [' is a model of Telltale itself and needs no import.', ' 是 Telltale 自己的模型，不必导入。'],
  // Damaged and unsupported models.
  ['Tensor {} has the dtype {}, not known here.', '张量 $1 的 dtype 是 $2，这里不认识。'],
  [
    ': its array {} was saved in a file of its own, {}, which is missing. Put it beside the model under that name.',
    '：它的数组 $1 存在单独的文件 $2 中，而该文件不在。请以此名放在模型旁边。',
  ],
  [
    'There is no Web Crypto here (pages need https). Pass the option sha256.',
    '这里没有 Web Crypto（网页需要 https）。请传入选项 sha256。',
  ],
  [
    'Word {}, {}, holds half a surrogate pair and cannot be written as UTF-8.',
    '第 $1 个词 $2 含有半个代理对，无法写成 UTF-8。',
  ],
  [
    'The model file is damaged: its SHA-256 is {}, its header says {}. Fetch or copy it again.',
    '模型文件已损坏：它的 SHA-256 是 $1，文件头写的是 $2。请重新下载或复制。',
  ],
  ['The model file is damaged: its header holds no checksum.', '模型文件已损坏：文件头没有校验和。'],
  [
    'Not a valid safetensors file: expected {} bytes, the file has {}. It was cut off; fetch or copy it again.',
    '不是有效的 safetensors 文件：应有 $1 字节，实有 $2。文件不完整；请重新下载或复制。',
  ],
  [
    'Not a valid safetensors file: expected {} bytes, the file has {}. Something was added to it; fetch or copy it again.',
    '不是有效的 safetensors 文件：应有 $1 字节，实有 $2。文件多出了内容；请重新下载或复制。',
  ],
  ['Not a valid safetensors file: {}', '不是有效的 safetensors 文件：$1'],
  [
    'This safetensors file is not a Telltale model: its metadata lacks "format": "telltale". Files of other programs must be converted first.',
    '这个 safetensors 文件不是 Telltale 的模型：元数据中没有 "format": "telltale"。其他程序的文件须先转换。',
  ],
  [
    'The model file has format version {}, this release reads version {}. Use the release that wrote it, or train again.',
    '模型文件的格式版本是 $1，本版本可读 $2。请用写出它的版本，或重新训练。',
  ],
  ['The model was trained with the {} {}; this release has {}.', '模型训练时用的 $1 是 $2；本版本有 $3。'],
  [
    'The model file has the estimator {}; this release has hierarchical-softmax and cooccurrence. Use the release that wrote it.',
    '模型文件的估计方法是 $1；本版本有 hierarchical-softmax 和 cooccurrence。请用写出它的版本。',
  ],
  [
    'The model file holds co-occurrence counts; word vectors and a Huffman tree are needed here.',
    '模型文件存的是共现计数；这里需要词向量和 Huffman 树。',
  ],
  ['The metadata of the model is damaged: {}', '模型的元数据已损坏：$1'],
  ['The model contradicts itself: {}', '模型自相矛盾：$1'],
  ['The words of the model are not UTF-8.', '模型的词不是 UTF-8。'],
  [' have the value {}; training went wrong or the file is damaged.', ' 的值是 $1；训练出了错，或文件已损坏。'],
  [
    'the file of {} bytes ends where {} more were expected at byte {}; it is cut off or damaged.',
    '文件共 $1 字节，而第 $3 字节处还应有 $2 字节；文件不完整或已损坏。',
  ],
  ['it unpacks to more than {} times its size; unpack it first.', '解压后超过原大小的 $1 倍；请先自行解压。'],
  ['it cannot be unpacked ({}); it is damaged.', '无法解压（$1）；文件已损坏。'],
  [
    'vectors of any word, made of its n-grams: train --input-vectors',
    '任何词的向量，由其 n-gram 得到：train --input-vectors',
  ],
  [
    'the word vectors: telltale similar, convert to .txt, .vec or .bin, train --input-vectors',
    '词向量：telltale similar，convert 为 .txt、.vec 或 .bin，train --input-vectors',
  ],
  [
    'a Huffman tree: probabilities are estimated, and .safetensors cannot hold the model.',
    'Huffman 树：概率只能估计，模型也存不成 .safetensors。',
  ],
  [
    'it is a fastText classifier (supervised): it predicts labels, not words. Train skipgram with -loss hs.',
    '是 fastText 分类器（supervised）：预测的是类别，不是词。请用 skipgram 和 -loss hs 训练。',
  ],
  ['it is a fastText classifier with {}.', '是 fastText 分类器，有 $1。'],
  [
    'it is a quantized fastText model (.ftz); fastText makes those of classifiers only, which predict labels, not words.',
    '是量化的 fastText 模型（.ftz）；fastText 只量化分类器，它预测类别，不预测词。',
  ],
  [
    'the model was trained with negative sampling (hs=0, negative={}); it has no Huffman tree, so p(word | word) is not in it. Train it again with hs=1.',
    '模型用负采样训练（hs=0, negative=$1）；没有 Huffman 树，因此没有 p(词 | 词)。请用 hs=1 重新训练。',
  ],
  [
    "its {} word vectors are all that can be used: {} Use a model that has them (gensim's model.save() with hs=1, or fastText's .bin with -loss hs), or fit the inner nodes to these vectors on a corpus: {}",
    '只有其中的 $1 个词向量可用：$2请用含有它们的模型（gensim 的 model.save()，hs=1；或 fastText 的 .bin，-loss hs），或在语料上为这些向量拟合内部节点：$3',
  ],
  [
    "its vectors are all that can be used: {} Use a model that has them (gensim's model.save() with hs=1, or fastText's .bin with -loss hs), or fit the inner nodes to these vectors on a corpus: {}",
    '只有其中的向量可用：$1请用含有它们的模型（gensim 的 model.save()，hs=1；或 fastText 的 .bin，-loss hs），或在语料上为这些向量拟合内部节点：$2',
  ],
  [
    'the inner-node vectors and the Huffman tree that p(word | word) needs are not in such files.',
    '这类文件没有 p(词 | 词) 所需的内部节点向量和 Huffman 树。',
  ],
  [
    'it is a fastText {} model trained with -loss {}; p(word | word) needs the tree and the inner-node vectors of -loss hs.',
    '它是用 -loss $2 训练的 fastText $1 模型，而 p(词 | 词) 需要 -loss hs 的树和内部节点向量。',
  ],
  [
    'it is a Deeplearning4j model with neither inner-node vectors (useHierarchicSoftmax(true)) nor those of negative sampling.',
    '它是 Deeplearning4j 模型，既没有内部节点向量（useHierarchicSoftmax(true)），也没有负采样的向量。',
  ],
  [
    'it is a Doc2Vec model with dm_concat=1, whose output vectors have the length of a whole window and a document, not of a word.',
    '它是 dm_concat=1 的 Doc2Vec 模型，输出向量的长度是整个窗口加文档，而不是一个词。',
  ],
  [
    'Its words are the tokens of its tokenizer, pieces of words among them; only whole words can be found.',
    '它的词是分词器的词元，其中有词的片段；只能找到完整的词。',
  ],
  [
    'Only its last vector is zero, as in what fastText -saveOutput writes for a model with -loss hs: those are the vectors of inner nodes, which belong to no word. Give the .vec or the .bin beside it.',
    '只有最后一个向量是零，与 fastText -saveOutput 为 -loss hs 的模型所写的相同：那是内部节点的向量，不属于任何词。请给出旁边的 .vec 或 .bin。',
  ],
  ["it has floret's vectors of hashed n-grams, and no words of its own.", '它只有 floret 的 n-gram 哈希向量，没有词。'],
  [
    "Its node vectors fit the tree that gensim trains with, not fastText's: it was written by gensim's save_facebook_model. fastText itself would read its probabilities wrongly.",
    '它的节点向量对应 gensim 训练时的树，不是 fastText 的：文件由 gensim 的 save_facebook_model 写出。fastText 自己会读错它的概率。',
  ],
  [
    'gensim before 4 ordered equal counts by something that is not in the file: in such a model, words with equal counts may be swapped in the tree.',
    'gensim 4 之前，词频相同的词按文件中没有的东西排序：这样的模型，树中词频相同的词可能对调。',
  ],
  [
    'Neither the tree of fastText nor that of gensim lets it predict its own words better than chance: do not trust its probabilities.',
    '用 fastText 的树或 gensim 的树，它预测自己的词都不比随机更好：不要相信它的概率。',
  ],
  [
    'Words were added after training (build_vocab(update=True)); gensim made a new tree then and kept the node vectors of the old one, so probabilities are doubtful.',
    '训练之后又加了词（build_vocab(update=True)）；gensim 重建了树，却保留旧树的节点向量，因此概率可疑。',
  ],
  [
    'All input vectors have length 1, as init_sims(replace=True) leaves them; the probabilities are not those that were trained.',
    '所有输入向量的长度都是 1，如 init_sims(replace=True) 所留；概率已不是训练所得。',
  ],
  ['it says it has {} vectors of {} components; it is too short for that.', '文件写明有 $1 个 $2 维向量，但长度不够。'],
  ['line {} is not a word and {} numbers: {}', '第 $1 行不是一个词加 $2 个数：$3'],
  ['line 1 is not a word and numbers: {}', '第 1 行不是一个词加若干个数：$1'],
  ['line {} and most others are not UTF-8; convert it, e.g. {}.', '第 $1 行等多数行不是 UTF-8；请转换，如 $2。'],
  ['it says it has {} words; it is too short for that.', '文件写明有 $1 个词，但长度不够。'],
  [
    'it says it has {} words and {} labels, {} in all; it is damaged.',
    '文件写明有 $1 个词、$2 个标签，共 $3 个；文件已损坏。',
  ],
  [
    'line {} has several lines that end in CR alone. Convert the file, e.g. with mac2unix.',
    '第 $1 行其实是几行，行尾只有 CR。请转换，如用 mac2unix。',
  ],
  ['it has {} of {} vectors; it is cut off.', '$2 个向量中只有 $1 个；文件不完整。'],
  ['it has no vectors.', '没有向量。'],
  [
    ' was trained with negative sampling; a model file needs a Huffman tree. Use the file as it is.',
    ' 用负采样训练；模型文件需要 Huffman 树。请直接使用原文件。',
  ],
  [
    ' was trained with negative sampling and has no Huffman tree, which this needs. Train it again with hs=1.',
    ' 用负采样训练，没有这里所需的 Huffman 树。请用 hs=1 重新训练。',
  ],
  [
    'The format of {} follows from its extension: .safetensors (model), .txt or .vec (word2vec text), .bin (word2vec binary), .idf (IDF file for jieba).',
    '$1 的格式由扩展名决定：.safetensors（模型）、.txt 或 .vec（word2vec 文本）、.bin（word2vec 二进制）、.idf（jieba 的 IDF 文件）。',
  ],
  [
    ' holds co-occurrence counts, no word vectors, which this needs. Use a model trained with `estimator` hierarchical-softmax.',
    ' 存的是共现计数，没有这里所需的词向量。请用 `estimator` hierarchical-softmax 训练的模型。',
  ],
  [
    " has vectors of n-grams and no words. Fit the nodes to the vectors of a corpus' words: {}",
    ' 只有 n-gram 的向量，没有词。请为语料中词的向量拟合节点：$1',
  ],
  [
    'The model does not say in how many documents its words occur; models trained by telltale do. Train one on your corpus.',
    '模型没有记录各词出现在多少篇文档中；telltale 训练的模型才有。请用你的语料训练一个。',
  ],
  [
    'The word {} is empty or has a space, a tab or the end of a line in it, which a word2vec file cannot hold.',
    '词 $1 为空，或含有空格、制表符或换行，word2vec 文件存不了。',
  ],
  [
    'the directory has neither a .parquet file nor model.safetensors with tokenizer.json. Give a model file, or the directory that a Word2VecModel of Spark or a model of model2vec was saved to.',
    '目录中既没有 .parquet 文件，也没有 model.safetensors 和 tokenizer.json。请给出模型文件，或 Spark 的 Word2VecModel 或 model2vec 的模型所在的目录。',
  ],
  ['it is a {} of Spark; Word2VecModel can be read.', '是 Spark 的 $1；可读的是 Word2VecModel。'],
];
