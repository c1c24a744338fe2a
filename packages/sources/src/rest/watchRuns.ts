import type { RunEvent, RunQuery, RunSource } from '../source.ts'
import { followStream } from './followStream.ts'
import type { RestList } from './listRuns.ts'
import { isObject, listAt, memberOf, textAt } from './readJson.ts'
import type { StreamMessage } from './readEvents.ts'
import type { StreamTiming } from './streamWait.ts'

interface Listener {
  readonly query: RunQuery
  readonly onEvent: (event: RunEvent) => void
}

/** How often runs that go on are read again while the server pushes nothing. */
const pollMs = 5_000

/**
 * Returns the `watch` of a source: one stream for all who listen, since a browser opens few
 * connections to a server. It begins with the first listener and ends with the last.
 *
 * While there is no stream (the server has none, or cannot be reached), runs that were live when
 * they were last listed are told to have changed every five seconds, so that they are read again.
 */
export function createWatch(
  list: RestList,
  timing?: StreamTiming,
): NonNullable<RunSource['watch']> {
  const listeners = new Set<Listener>()
  let stop: (() => void) | null = null

  const start = (): (() => void) => {
    let isOpen = false
    const endStream = followStream(list, {
      ...(timing && { timing }),
      onMessage(message) {
        isOpen = true
        for (const listener of listeners) tell(listener, message)
      },
      onEnd: () => {
        isOpen = false
      },
    })
    const timer = setInterval(() => {
      if (!isOpen && list.live.size > 0) for (const one of listeners) tellOfLive(one)
    }, pollMs)
    return () => {
      clearInterval(timer)
      endStream()
    }
  }
  const tellOfLive = ({ query: { ids }, onEvent }: Listener): void => {
    const runIds = [...list.live].filter((id) => ids?.includes(id) ?? true)
    if (runIds.length > 0) onEvent({ kind: 'runs-changed', runIds })
  }

  return (query, onEvent) => {
    const listener = { query, onEvent }
    listeners.add(listener)
    stop ??= start()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = null
    }
  }
}

function tell({ query: { ids }, onEvent }: Listener, { event, data }: StreamMessage): void {
  // What happened before it began, or in a gap, nobody told: anything may have changed.
  if (event === 'begin' || event === 'gap') onEvent({ kind: 'runs-changed', runIds: ids ?? [] })
  if (event !== 'change' || !isObject(data)) return
  const runId = textAt(data, 'run_id')
  if (runId === null || ids?.includes(runId) === false) return
  const metrics = metricsOf(data)
  for (const metric of metrics) onEvent({ kind: 'points', runId, metric })
  if (metrics.length === 0) onEvent({ kind: 'runs-changed', runIds: [runId] })
}

function metricsOf(data: Readonly<Record<string, unknown>>): readonly string[] {
  if (memberOf(data, 'metrics') === undefined) return []
  return listAt(data, 'metrics')
    .map((entry) => memberOf(entry, 'metric'))
    .filter((metric) => typeof metric === 'string')
}
