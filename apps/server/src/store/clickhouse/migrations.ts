/** A table as a migration makes it; in a cluster, one on every server and one over them all. */
export interface TableDefinition {
  readonly name: string
  /** Columns with their types. */
  readonly columns: string
  /** The column whose highest value stands where rows have the same key; without it, all stay. */
  readonly version?: string
  /** The key. */
  readonly order: string
  readonly partition?: string
  /** A whole number that says on which server of a cluster a row lies. */
  readonly shard: string
}

const ofRun = 'cityHash64(toString(run))'

/**
 * Every change to the tables, oldest first. What has been released is never edited: a change is a
 * new entry at the end.
 *
 * Keys are UUIDs made from names; the names themselves are JSON texts, for UTF-8 has no lone
 * surrogates. `generation` tells the rows of a run that was saved again from those before it: none
 * of the new ones shows until the run itself names them.
 */
export const migrations: readonly (readonly TableDefinition[])[] = [
  [
    {
      name: 'experiments',
      columns: 'id String, name String, version UInt64',
      version: 'version',
      order: 'id',
      shard: 'cityHash64(id)',
    },
    {
      name: 'runs',
      columns: `run UUID, version UInt64, experiment String, number UInt64, generation UInt64,
        archived UInt64, status String, started_at Float64, name_key String, search_text String,
        model String, dataset String, run_group String, details String`,
      version: 'version',
      order: 'run',
      shard: ofRun,
    },
    {
      name: 'series',
      columns: `run UUID, generation UInt64, metric UUID, writer UInt64, version UInt64,
        last Float64, min Float64, max Float64, details String`,
      version: 'version',
      order: 'run, generation, metric, writer',
      shard: ofRun,
    },
    {
      name: 'points',
      columns: `run UUID, metric UUID, generation UInt64, step Float64, version UInt64,
        value Float64, epoch Float64, time_ms Float64`,
      version: 'version',
      order: 'run, metric, generation, step',
      shard: ofRun,
    },
    {
      name: 'logs',
      columns: 'run UUID, start UInt64, size UInt64, bytes String',
      version: 'size',
      order: 'run, start',
      shard: ofRun,
    },
    {
      // On one server even in a cluster, so that whoever sees one change sees those before it.
      name: 'changes',
      columns: 'sequence UInt64, seen UInt64, details String',
      order: 'sequence',
      partition: 'intDiv(sequence, 102400000)',
      shard: 'sequence * 0',
    },
  ],
]
