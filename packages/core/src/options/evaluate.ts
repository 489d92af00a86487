import { extractOptions } from './extract.js';
import { define, type OptionsOf } from './option.js';
import { trainOptions } from './train.js';

/** Options of the evaluate command beside those of the model. */
export const evaluateOptions = define({
  method: {
    type: 'list',
    flag: '--method',
    unit: 'methods',
    description:
      'Methods to compare, comma-separated, the reference first (default: mixture,likelihood,tf-idf,text-rank; of tags: suggest,mention-tf-idf).',
    zh: '要比较的方法，用逗号分隔，第一个作参照（默认：mixture,likelihood,tf-idf,text-rank；标签为 suggest,mention-tf-idf）。',
  },
  predictions: {
    type: 'paths',
    flag: '--predictions',
    unit: 'files',
    description: 'Keywords or tags found by other tools, one file per tool.',
    zh: '其他工具找出的关键词或标签，每个工具一个文件。',
  },
  measure: {
    type: 'choice',
    choices: ['gold', 'editor', 'guess', 'tags'],
    default: 'gold',
    flag: '--measure',
    description:
      'gold: agreement with keywords chosen by people; editor: what an editor would strike from the first eight, and what is missing; guess: how often a retriever finds the other half of a text among 199 others, given the keywords of one half; tags: agreement with tags assigned by people.',
    zh: 'gold：与人选的关键词是否一致；editor：前八个中编辑会删掉几个，还缺几个；guess：只凭半篇文本的关键词，检索器能否从另外 199 篇中找出另外半篇；tags：与人标的标签是否一致。',
  },
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description: 'Tag list for the measure tags, in any format that telltale tag reads except a saved one.',
    zh: 'tags 度量所用的标签表，可用 telltale tag 能读的任何格式，已保存的除外。',
  },
  learn: {
    type: 'string',
    flag: '--learn',
    unit: 'file',
    description: 'Tagged texts to learn from before measuring tags, in the format of the data sets.',
    zh: '测标签之前先从这些已标文本学习，格式与数据集相同。',
  },
  reader: {
    type: 'paths',
    flag: '--reader',
    unit: 'files',
    description: 'Models or word vector files to use as further retrievers for guess; not the model under test.',
    zh: '另外用作 guess 检索器的模型或词向量文件；不是受测的模型。',
  },
  writeHalves: {
    type: 'string',
    flag: '--write-halves',
    unit: 'file',
    description: 'Write the halves that keywords are taken from, as input for other tools.',
    zh: '把用来取关键词的半篇文本写出来，给其他工具作输入。',
  },
  lang: {
    type: 'string',
    flag: '--lang',
    unit: 'language',
    description:
      'Language for matching keywords: zh, en, fr … (default: from the file name, as in en_inspec.jsonl, or the texts).',
    zh: '按哪种语言比对关键词：zh、en、fr …（默认：看文件名，如 en_inspec.jsonl，否则看文本）。',
  },
  details: {
    type: 'integer',
    min: 1,
    flag: '--details',
    unit: 'texts',
    description: 'Also show the texts on which the first method does worst: what it found, and what is missing.',
    zh: '再列出第一个方法做得最差的文本：找到了什么，缺什么。',
  },
  weights: extractOptions.weights,
  limit: {
    type: 'integer',
    min: 1,
    flag: '--limit',
    unit: 'documents',
    description: 'Use only the first documents of each data set.',
    zh: '每个数据集只取前几篇。',
  },
  format: {
    type: 'choice',
    choices: ['table', 'csv', 'json'],
    default: 'table',
    flag: '--format',
    description: 'table for people, in percent; csv and json: all measures.',
    zh: 'table：给人看的表，以百分数表示；csv 和 json：全部度量。',
  },
});

/** Options of {@link evaluateOptions} as a caller passes them. */
export type EvaluateOptions = OptionsOf<typeof evaluateOptions>;

/** Options of the fit command beside those of the model and of reading. */
export const fitOptions = define({
  field: {
    ...trainOptions.field,
    default: 'text',
    description: 'Field of a record that holds the text.',
    zh: '记录中存放文本的字段。',
  },
  keywordsField: {
    type: 'string',
    default: 'keywords',
    flag: '--keywords-field',
    unit: 'name',
    description: 'Field of a record that holds its keywords.',
    zh: '记录中存放关键词的字段。',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write the weights to this file, for --weights; otherwise only their gain is printed.',
    zh: '把权重写入此文件，供 --weights 使用；不写文件时只输出提升了多少。',
  },
  force: {
    type: 'boolean',
    default: false,
    flag: '--force',
    description: 'Write the weights even if they do not significantly beat the initial ones.',
    zh: '即使没有显著胜过初始权重，也写出权重。',
  },
  lang: {
    ...extractOptions.lang,
    type: 'language',
    description: 'Language of the texts; auto: that of the majority. Texts in another language are left out.',
    zh: '文本的语言；auto：多数文本的语言。其他语言的文本略去。',
  },
  weights: {
    ...extractOptions.weights,
    description: 'Initial weights, which the fit has to beat (default: weights for all kinds of texts).',
    zh: '初始权重，拟合的结果要胜过它（默认：适用于各类文本的权重）。',
  },
});
