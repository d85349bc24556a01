-- What the operators want of pages; the content is the whole rule as JSON.
CREATE TABLE rules (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;
