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
  // `segment` counts how often a run was started again. `name_key` is what names are ordered by;
  // `plain_name_key` is a function of this program. `model`, `dataset` and `run_group` are JSON
  // texts. The wide index is all that searching, ordering and counting read: the rows themselves
  // are ten times as long. It holds plain columns, because those that are generated would be made
  // again from each row.
  `
  ALTER TABLE points ADD COLUMN segment INTEGER NOT NULL DEFAULT 0;

  ALTER TABLE runs ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE runs ADD COLUMN started_at REAL;
  ALTER TABLE runs ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE runs ADD COLUMN model TEXT NOT NULL DEFAULT 'null';
  ALTER TABLE runs ADD COLUMN dataset TEXT NOT NULL DEFAULT 'null';
  ALTER TABLE runs ADD COLUMN run_group TEXT NOT NULL DEFAULT 'null';
  UPDATE runs SET
    is_archived = coalesce(archived_by_choice, archived),
    started_at = details ->> '$.startedAtMs',
    name_key = plain_name_key(details ->> '$.name'),
    model = coalesce(details -> '$.model', 'null'),
    dataset = coalesce(details -> '$.dataset', 'null'),
    run_group = coalesce(details -> '$.group', 'null');
  CREATE INDEX runs_listed ON runs (
    experiment, number, is_archived, status, started_at, name_key, search_text,
    model, dataset, run_group
  );
  CREATE INDEX runs_shown ON runs (experiment, is_archived, number, status);
  CREATE INDEX summaries_by_metric ON summaries (metric, run, last, min, max);

  CREATE TABLE logs (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (run, start)
  ) STRICT;

  CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    stretches TEXT NOT NULL,
    log_size INTEGER
  ) STRICT;
  `,
]
