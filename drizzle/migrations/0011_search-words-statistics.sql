-- Postgres decides between the index of words and that of moments by how common the words are. It is to know rare ones too:
-- with the usual hundred, a word of one entry in fifty thousand is taken for one of hundreds, and all are read for it.
ALTER TABLE "search_entries" ALTER COLUMN "words" SET STATISTICS 1000;
