import { RunoffError } from '@runoff/core'
import type { Engine } from './engine.ts'
import { migrations, type TableDefinition } from './migrations.ts'
import { oneOf, wholeSql } from './sqlText.ts'

/** What makes an engine wait for its disk, where it can. */
const careful: ReadonlyMap<string, number> = new Map([
  ['fsync_after_insert', 1],
  ['fsync_part_directory', 1],
  ['min_rows_to_fsync_after_merge', 1],
])

/** Returns the name of the table that a server of a cluster holds itself. */
export function localTable(name: string): string {
  return `${name}_here`
}

/**
 * Brings the tables of a database up to date, on one server of it.
 *
 * @throws {RunoffError} `source-failed` when a newer Runoff wrote them.
 */
export async function openTables(
  engine: Engine,
  database: string,
  cluster: string | null,
): Promise<void> {
  await engine.command(
    'CREATE TABLE IF NOT EXISTS migrations (version UInt64) ENGINE = MergeTree() ORDER BY version',
  )
  const [row] = await engine.read(['whole'], 'SELECT max(version) FROM migrations')
  const version = row?.[0] ?? 0
  if (version > migrations.length) throw tooNew(database)
  const settings = await diskSettings(engine)
  for (const [i, tables] of migrations.slice(version).entries()) {
    await Promise.all(
      tables.map((table) => makeTable(engine, table, { database, cluster, settings })),
    )
    await engine.command(`INSERT INTO migrations (version) VALUES (${wholeSql(version + i + 1)})`)
  }
}

interface Place {
  readonly database: string
  readonly cluster: string | null
  readonly settings: string
}

async function makeTable(
  engine: Engine,
  { name, columns, version, order, partition, shard }: TableDefinition,
  { database, cluster, settings }: Place,
): Promise<void> {
  const local = cluster === null ? name : localTable(name)
  await engine.command(`
    CREATE TABLE IF NOT EXISTS ${local} (${columns})
    ENGINE = ${version === undefined ? 'MergeTree()' : `ReplacingMergeTree(${version})`}
    ${partition === undefined ? '' : `PARTITION BY ${partition}`}
    ORDER BY (${order}) ${settings}`)
  if (cluster === null) return
  await engine.command(`
    CREATE TABLE IF NOT EXISTS ${name} (${columns})
    ENGINE = Distributed(${cluster}, ${database}, ${local}, ${shard})`)
}

async function diskSettings(engine: Engine): Promise<string> {
  const names = Array.from(careful.keys(), (name) => `'${name}'`)
  const known = await engine.read(
    ['text'],
    `SELECT name FROM system.merge_tree_settings WHERE ${oneOf('name', names)} ORDER BY name`,
  )
  const pairs = known.map(([name]) => `${name} = ${careful.get(name)}`)
  return pairs.length === 0 ? '' : `SETTINGS ${pairs.join(', ')}`
}

function tooNew(database: string): RunoffError {
  return new RunoffError(
    'source-failed',
    `The database ${database} was written by a newer Runoff than this one. ` +
      'Use that one, or name another database.',
  )
}
