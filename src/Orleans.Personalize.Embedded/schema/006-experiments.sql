-- What the operators try; the content is the whole experiment as JSON. Below it what was counted of each group of the profiles in each arm.
CREATE TABLE experiments (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE experiment_counts (
  experiment TEXT NOT NULL,
  arm INTEGER NOT NULL,
  part INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  impressions INTEGER NOT NULL,
  plays INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  PRIMARY KEY (experiment, arm, part)
) STRICT, WITHOUT ROWID;
