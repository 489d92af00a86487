/** Keywords for documents in the form that LangChain's document transformers have; needs no LangChain. */

export { type DocumentLike, KeywordTransformer } from './extract/document-transformer.js';
