import type { RunStatus } from './run.ts'

const spellings: ReadonlyMap<string, RunStatus> = /* @__PURE__ */ statusesBySpelling()

/** Returns the status that a tracker's own word for it means, `'unknown'` for any other word. */
export function readStatus(word: unknown): RunStatus {
  if (typeof word !== 'string') return 'unknown'
  const plain = word.trim().toLowerCase().replaceAll('-', '_').replaceAll(' ', '_')
  return spellings.get(plain) ?? 'unknown'
}

function statusesBySpelling(): ReadonlyMap<string, RunStatus> {
  return new Map(
    Object.entries({
      queued: ['queued', 'pending', 'scheduled', 'waiting', 'created', 'submitted', 'starting'],
      running: [
        'running',
        'in_progress',
        'inprogress',
        'active',
        'training',
        'started',
        'live',
        'resumed',
        'preempting',
        'stopping',
      ],
      completed: ['completed', 'complete', 'finished', 'succeeded', 'success', 'done'],
      failed: [
        'failed',
        'failure',
        'fail',
        'error',
        'errored',
        'crashed',
        'timeout',
        'timed_out',
        'out_of_memory',
        'oom',
      ],
      cancelled: [
        'cancelled',
        'canceled',
        'killed',
        'stopped',
        'aborted',
        'interrupted',
        'preempted',
      ],
      unknown: ['unknown'],
    } satisfies Record<RunStatus, readonly string[]>).flatMap(([status, words]) =>
      words.map((word) => [word, status as RunStatus] as const),
    ),
  )
}
