/**
 * Every change to the tables, oldest first. What has been released is never edited: a change is a
 * new entry at the end.
 *
 * Names that come from users are kept as JSON texts, because SQLite's own text cannot hold a lone
 * surrogate. `value` has no declared type, because a REAL column loses the sign of zero; in it,
 * NULL stands for NaN, which SQLite does not have.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE experiments (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    experiment INTEGER NOT NULL REFERENCES experiments (number),
    content_hash TEXT NOT NULL,
    status TEXT NOT NULL,
    archived INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX runs_of_experiment ON runs (experiment, number);

  CREATE TABLE metrics (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE summaries (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    metric INTEGER NOT NULL REFERENCES metrics (number),
    last ANY,
    min ANY,
    max ANY,
    min_step REAL,
    max_step REAL,
    last_step REAL,
    count INTEGER NOT NULL,
    basis TEXT NOT NULL,
    PRIMARY KEY (run, metric)
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE series (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    metric INTEGER NOT NULL REFERENCES metrics (number),
    step_unit TEXT NOT NULL,
    basis TEXT NOT NULL,
    total INTEGER,
    notices TEXT NOT NULL,
    PRIMARY KEY (run, metric)
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE points (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    metric INTEGER NOT NULL REFERENCES metrics (number),
    step REAL NOT NULL,
    value ANY,
    epoch REAL,
    time_ms REAL,
    PRIMARY KEY (run, metric, step)
  ) WITHOUT ROWID, STRICT;
  `,
  `
  ALTER TABLE summaries ADD COLUMN train_at_min ANY;
  ALTER TABLE summaries ADD COLUMN train_at_max ANY;
  `,
  // What a person chose, NULL where nobody did; `archived` is what the run's own source says.
  `
  ALTER TABLE runs ADD COLUMN archived_by_choice INTEGER;
  `,
]
