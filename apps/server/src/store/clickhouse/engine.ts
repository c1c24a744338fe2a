import { Readable } from 'node:stream'
import type { ClickHouseClient } from '@clickhouse/client'
import { RunoffError } from '@runoff/core'
import { decodeRows, type ColumnKind, type RowOf } from './rowBinary.ts'

/** One server as the store speaks to it: statements go out as text, rows both ways as bytes. */
export interface Engine {
  /** Returns the rows of a statement whose columns are of these kinds. */
  read<const K extends readonly ColumnKind[]>(kinds: K, sql: string): Promise<readonly RowOf<K>[]>
  /** Returns the answer as it comes. */
  readBytes(sql: string): Promise<Buffer>
  /** Resolves when the server said that the rows are kept. */
  insert(table: string, columns: readonly string[], rows: Buffer): Promise<void>
  command(sql: string): Promise<void>
}

/**
 * Returns an engine that speaks through a client.
 *
 * Every error rejects as `RunoffError`, `source-failed`.
 */
export function engineOf(
  client: ClickHouseClient,
  place: string,
  insertSettings: Readonly<Record<string, string>> = {},
): Engine {
  const run = async (
    query: string,
    settings: Readonly<Record<string, string>>,
    values?: Readable,
  ): Promise<Buffer> => {
    try {
      const request = { query, clickhouse_settings: { ...settings, wait_end_of_query: 1 as const } }
      const { stream } = await client.exec(values ? { ...request, values } : request)
      return await bytesOf(stream)
    } catch (cause) {
      throw failed(place, cause)
    }
  }
  const reading = { max_query_size: String(100_000_000) }
  const readBytes = (sql: string): Promise<Buffer> => run(`${sql} FORMAT RowBinary`, reading)
  return {
    readBytes,
    read: async (kinds, sql) => decodeRows(kinds, await readBytes(sql)),
    async insert(table, columns, rows) {
      if (rows.length === 0) return
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) FORMAT RowBinary`
      await run(sql, insertSettings, Readable.from([rows], { objectMode: false }))
    },
    async command(sql) {
      await run(sql, {})
    },
  }
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

function failed(place: string, cause: unknown): RunoffError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const reason = message.split('\n')[0]?.slice(0, 300) ?? ''
  return new RunoffError(
    'source-failed',
    `ClickHouse at ${place} did not do what it was asked: ${reason} ` +
      'Check that it runs and may be written to, and try again.',
    { cause },
  )
}
