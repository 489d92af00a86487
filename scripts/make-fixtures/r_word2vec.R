# Trains two models with R's word2vec, and writes them with what R itself says of their nearest words; see r_word2vec.sh.
library(word2vec)

arguments <- commandArgs(trailingOnly = TRUE)
texts <- readLines(arguments[1], encoding = "UTF-8")
path <- function(name) file.path(arguments[2], name)

write_nearest <- function(model, name) {
  words <- c("tea", "\u8336", "na\u00efve")
  nearest <- do.call(rbind, predict(model, words, type = "nearest", top_n = 5))
  write.table(nearest, path(name), sep = "\t", quote = FALSE, row.names = FALSE, fileEncoding = "UTF-8")
}

set.seed(1)
options <- list(x = texts, dim = 8, window = 4, iter = 20, min_count = 1, sample = 0, threads = 1)
skip_gram <- do.call(word2vec, c(options, type = "skip-gram", hs = TRUE))
write.word2vec(skip_gram, path("skip-gram.bin"))
write.word2vec(skip_gram, path("skip-gram.txt"), type = "txt")
write_nearest(skip_gram, "skip-gram.nearest.tsv")

cbow <- do.call(word2vec, c(options, type = "cbow"))
write.word2vec(cbow, path("cbow.bin"))
write_nearest(cbow, "cbow.nearest.tsv")
