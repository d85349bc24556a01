-- Which titles were opened after which search: one row for each part of all searches, as the engine encodes it.
CREATE TABLE search_openings (
  part INTEGER PRIMARY KEY,
  openings BLOB NOT NULL
) STRICT;
