-- Titles keep their number for ever; a removed title keeps its row, without content.
CREATE TABLE titles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content TEXT
) STRICT;

CREATE TABLE title_statistics (
  title INTEGER PRIMARY KEY,
  counts BLOB NOT NULL
) STRICT;

-- One row: grows with every change of the titles.
CREATE TABLE catalogue (
  version INTEGER NOT NULL
) STRICT;

INSERT INTO catalogue (version) VALUES (0);

-- A number is never given twice, so that nothing left of an erased profile can be taken for another's.
CREATE TABLE profiles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;

-- Apart from the settings, because it is rewritten with every event.
CREATE TABLE profile_states (
  profile INTEGER PRIMARY KEY,
  state BLOB NOT NULL
) STRICT;

-- The log: rows are only added, in the order of arrival, until their profile is erased. Time is in milliseconds since 1970;
-- the payload is the whole event as JSON in UTF-8.
CREATE TABLE events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  profile INTEGER NOT NULL,
  id TEXT NOT NULL,
  time INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT;

-- Makes a repeated id of a profile impossible, however long ago the first was.
CREATE UNIQUE INDEX events_of_profile ON events (profile, id);
