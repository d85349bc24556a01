-- The account is part of the settings; here it can be looked for.
ALTER TABLE profiles ADD COLUMN account TEXT GENERATED ALWAYS AS (json_extract(settings, '$.account')) VIRTUAL;

CREATE INDEX profiles_of_account ON profiles (account, id) WHERE account IS NOT NULL;
