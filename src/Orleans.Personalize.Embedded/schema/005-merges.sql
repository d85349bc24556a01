-- The merges that were done, so that none is done twice. Names no profile that is gone: of what was asked for there is a hash.
CREATE TABLE merges (
  profile INTEGER NOT NULL,
  operation TEXT NOT NULL,
  fingerprint INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (profile, operation)
) STRICT, WITHOUT ROWID;
