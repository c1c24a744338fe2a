import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { asRunoffError } from '../cache/asRunoffError.ts'
import { withRetries } from '../cache/withRetries.ts'
import { useRunoff } from '../provider/context.ts'
import type { ArchiveChange } from './archivedPages.ts'
import { changedIds, rereadLists, showChange } from './runLists.ts'

export type { ArchiveChange }

export interface ArchiveResult {
  /** Whether the source can archive at all. */
  readonly canArchive: boolean
  /** Archives these runs; resolves to whether they are archived now. */
  readonly archive: (runIds: readonly string[]) => Promise<boolean>
  /** Takes these runs back from the archive. */
  readonly unarchive: (runIds: readonly string[]) => Promise<boolean>
  /** Makes what `lastAction` did undone; resolves to whether it is. */
  readonly undo: () => Promise<boolean>
  /** What was done last, with the runs that it changed; `null` where there is nothing to undo. */
  readonly lastAction: ArchiveChange | null
  /** Why the last change could not be made; the next one forgets it. */
  readonly error: RunoffError | null
  /** Whether the source has yet to answer. */
  readonly isBusy: boolean
}

interface ArchiveState extends Pick<ArchiveResult, 'lastAction' | 'error'> {
  readonly source: RunSource
  /** The changes that the source has yet to answer. */
  readonly underway: readonly ArchiveChange[]
}

/**
 * Archives runs and takes them back, through the source where it can.
 *
 * A change is shown in every list at once and taken back where the source refuses it; then all
 * lists are read again. Changes are made one after another, in the order they were asked for, and
 * go on where the component is gone. Runs that are already as wanted count as done.
 *
 * @throws {RunoffError} `bad-option` outside a provider.
 */
export function useArchive(): ArchiveResult {
  const { source, client } = useRunoff('useArchive')
  const [state, setState] = useState<ArchiveState>(() => nothingDone(source))
  // What was done to another source cannot be undone in this one.
  const own = state.source === source ? state : nothingDone(source)
  // One that waits for its source must not keep another source waiting.
  const [queues] = useState(() => new WeakMap<RunSource, Promise<unknown>>())

  const change = useCallback(
    async (wanted: ArchiveChange, isUndo: boolean): Promise<boolean> => {
      const runIds = changedIds(client, source, wanted)
      if (runIds.length === 0) return true
      const action: ArchiveChange = { ...wanted, runIds }
      const lastAction = isUndo ? null : action
      setState((held) => {
        const { underway } = held.source === source ? held : nothingDone(source)
        return { source, lastAction, error: null, underway: [...underway, action] }
      })
      const takeBack = showChange(client, source, action)
      const before = queues.get(source) ?? Promise.resolve()
      const made = before.then(() => makeChange(source, action))
      queues.set(source, made)
      const error = await made
      if (error !== null) takeBack()
      setState((held) => (held.source === source ? afterwards(held, action, error) : held))
      await rereadLists(client, source)
      return error === null
    },
    [client, source, queues],
  )
  const archive = useCallback(
    (runIds: readonly string[]) => change({ runIds, archived: true }, false),
    [change],
  )
  const unarchive = useCallback(
    (runIds: readonly string[]) => change({ runIds, archived: false }, false),
    [change],
  )
  const { lastAction, error, underway } = own
  const latest = useRef(lastAction)
  useEffect(() => {
    latest.current = lastAction
  })
  const undo = useCallback(async () => {
    const done = latest.current
    latest.current = null
    return done === null || change({ runIds: done.runIds, archived: !done.archived }, true)
  }, [change])

  const canArchive = source.setArchived !== undefined
  const isBusy = underway.length > 0
  return useMemo(
    () => ({ canArchive, archive, unarchive, undo, lastAction, error, isBusy }),
    [canArchive, archive, unarchive, undo, lastAction, error, isBusy],
  )
}

function nothingDone(source: RunSource): ArchiveState {
  return { source, lastAction: null, error: null, underway: [] }
}

function afterwards(
  held: ArchiveState,
  action: ArchiveChange,
  error: RunoffError | null,
): ArchiveState {
  const isLast = held.lastAction === action
  return {
    ...held,
    underway: held.underway.filter((change) => change !== action),
    lastAction: isLast && error !== null ? null : held.lastAction,
    error: error ?? held.error,
  }
}

/** Returns why the source did not do it; `null` where it did. */
async function makeChange(
  source: RunSource,
  { runIds, archived }: ArchiveChange,
): Promise<RunoffError | null> {
  if (source.setArchived === undefined) return cannotArchive(source)
  // Never called off: a change that was begun is to be made, whoever still looks.
  const { signal } = new AbortController()
  try {
    await withRetries(async () => source.setArchived?.(runIds, archived), source, signal)
    return null
  } catch (error) {
    return asRunoffError(error, source)
  }
}

function cannotArchive({ id }: RunSource): RunoffError {
  return new RunoffError(
    'bad-option',
    `The source "${id}" cannot archive runs. Offer it only where canArchive is true.`,
  )
}
