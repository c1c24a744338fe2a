import { isObject, memberOf, numberAt, textAt } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { listIn, objectAt } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'

/** What TensorBoard's HParams plugin knows of a run. */
export interface HparamsSession {
  readonly params: Readonly<Record<string, unknown>>
  readonly group: string | null
  readonly status: string | null
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
}

/** By TensorBoard's word for how a run ended; one that it does not know goes on, or was killed. */
const statuses: ReadonlyMap<string, string> = new Map([
  ['STATUS_SUCCESS', 'completed'],
  ['STATUS_FAILURE', 'failed'],
])

const mostGroups = 10_000

/** Returns what is known of runs by their names; nothing where no run has logged hyperparameters. */
export async function readSessions(
  context: RestContext,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, HparamsSession>> {
  const request = {
    experimentName: '',
    allowedStatuses: ['STATUS_UNKNOWN', 'STATUS_SUCCESS', 'STATUS_FAILURE', 'STATUS_RUNNING'],
    startIndex: 0,
    sliceSize: mostGroups,
    colParams: [],
  }
  const query = new URLSearchParams({ request: JSON.stringify(request) })
  const path = '/data/plugin/hparams/session_groups'
  try {
    const groups = listIn(await askTracker(context, { path, query }, signal), 'sessionGroups')
    return new Map(groups.flatMap(sessionsOf))
  } catch {
    // The plugin may not be there, and the runs can be read all the same.
    signal?.throwIfAborted()
    return new Map()
  }
}

function sessionsOf(
  group: Readonly<Record<string, unknown>>,
): readonly (readonly [string, HparamsSession])[] {
  const params = objectAt(group, 'hparams')
  const sessions = memberOf(group, 'sessions')
  if (!Array.isArray(sessions)) return []
  const name = sessions.length > 1 ? textAt(group, 'name') : null
  return sessions.filter(isObject).flatMap((session) => {
    const run = textAt(session, 'name')
    const facts = {
      params,
      group: name,
      status: statuses.get(textAt(session, 'status') ?? '') ?? null,
      startedAtMs: timeAt(session, 'startTimeSecs'),
      endedAtMs: timeAt(session, 'endTimeSecs'),
    }
    return run === null ? [] : [[run, facts] as const]
  })
}

function timeAt(session: Readonly<Record<string, unknown>>, name: string): number | null {
  const seconds = numberAt(session, name) ?? 0
  return seconds > 0 ? seconds * 1000 : null
}
