import { encodeRows } from './rowBinary.ts'
import type { Session } from './session.ts'
import type { StoreChange, StoreChanges } from '../metricStore.ts'
import { wholeSql } from './sqlText.ts'

export type NewChange = Omit<StoreChange, 'sequence'>

/** What happened to runs, the latest of it. */
export interface ChangeTable {
  /** Notes a change, together with others that are on their way. */
  add(change: NewChange): Promise<void>
  read(after: number, limit: number): Promise<StoreChanges>
}

/** Sequences of one open store end in its own number, so that no two stores give the same. */
const writers = 1024

/**
 * Returns the table of changes. ClickHouse counts nothing itself, so a store numbers its changes
 * after the last that it has seen. Where another store was doing the same meanwhile, a reader may
 * have gone past a number before its change was there; then the change is noted once more.
 */
export function changeTable(
  session: Session,
  keptChanges: number,
  dropBefore: (sequence: number) => Promise<void>,
): ChangeTable {
  const { engine } = session
  const writer = session.writer % writers
  let waiting: NewChange[] = []
  let next: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  const latest = async (): Promise<number> => {
    const [row] = await engine.read(['whole'], 'SELECT max(sequence) FROM changes')
    return row?.[0] ?? 0
  }

  const note = async (changes: readonly NewChange[]): Promise<void> => {
    const seen = await latest()
    const turn = Math.floor(seen / writers) + 1
    const rows = changes.map((change, i) => {
      const sequence = (turn + i) * writers + writer
      return [sequence, seen, JSON.stringify(change)] as [number, number, string]
    })
    const columns = ['sequence', 'seen', 'details']
    await engine.insert('changes', columns, encodeRows(['whole', 'whole', 'text'], rows))
    const first = turn * writers + writer
    if (await isHidden(first)) return note(changes)
    const forgotten = (turn - keptChanges) * writers
    if (forgotten > 0) await dropBefore(forgotten)
  }

  /** Whether another store noted a later number before it could see this one. */
  const isHidden = async (sequence: number): Promise<boolean> => {
    const own = `sequence % ${writers} = ${writer}`
    const [row] = await engine.read(
      ['whole'],
      `SELECT count() FROM changes
      WHERE sequence > ${wholeSql(sequence)} AND seen < ${wholeSql(sequence)} AND NOT (${own})`,
    )
    return (row?.[0] ?? 0) > 0
  }

  /** Notes all that waits, once what is on its way has come through or failed. */
  const noteWaiting = async (): Promise<void> => {
    await last.catch(() => null)
    const batch = waiting
    waiting = []
    next = null
    last = note(batch)
    await last
  }

  return {
    async add(change) {
      waiting.push(change)
      next ??= noteWaiting()
      await next
    },
    async read(after, limit) {
      const [row] = await engine.read(
        ['whole', 'whole'],
        'SELECT min(sequence), max(sequence) FROM changes',
      )
      const [first = 0, last = 0] = row ?? []
      const turn = Math.floor(last / writers) - keptChanges
      const oldest = Math.max(Math.floor(first / writers) - 1, turn)
      const isLost = Math.floor(after / writers) < oldest
      const rows = await engine.read(
        ['whole', 'text'],
        `SELECT sequence, details FROM changes
        WHERE sequence > ${wholeSql(Math.max(after, turn * writers + writers - 1))}
        ORDER BY sequence LIMIT ${wholeSql(limit)}`,
      )
      return { changes: rows.map(changeOf), latest: last, hasGap: after > last || isLost }
    },
  }
}

function changeOf([sequence, details]: readonly [number, string]): StoreChange {
  return { ...(JSON.parse(details) as NewChange), sequence }
}
