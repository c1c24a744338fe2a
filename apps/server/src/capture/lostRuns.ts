import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Run } from '@runoff/core'
import type { MetricStore } from '../store/metricStore.ts'

/** The tag that says which process records a run. */
export const recorderTag = 'recorder'

/** Returns the machine and the process that we are, so that another one can tell whether we still are. */
export function recorderMark(): string {
  return markOf(process.pid)
}

/**
 * Gives the status `failed` to the runs whose recorder is gone without having said how they ended, as
 * one that was killed is; returns how many they were. Their scripts ended with it: nobody read what
 * they printed. A recorder on another machine is left alone: whether that is there cannot be seen.
 */
export async function closeLostRuns(store: MetricStore): Promise<number> {
  let count = 0
  for (const { id: experimentId } of await store.listExperiments()) {
    for (const run of await runningIn(store, experimentId)) {
      const mark = run.tags.get(recorderTag)
      if (mark === undefined || !isGone(mark)) continue
      await store.updateRun(run.id, { status: 'failed' })
      count += 1
    }
  }
  return count
}

async function runningIn(store: MetricStore, experimentId: string): Promise<readonly Run[]> {
  const found: Run[] = []
  let cursor: string | null = null
  do {
    const query = { experimentId, status: ['running'], includeArchived: true, limit: 500 } as const
    const page = await store.listRuns({ ...query, cursor })
    found.push(...page.runs)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}

function isGone(mark: string): boolean {
  const [host, pid = ''] = mark.split(' ')
  if (host !== hostname() || !/^[1-9]\d{0,9}$/.test(pid)) return false
  return !isThere(Number(pid)) || markOf(Number(pid)) !== mark
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // One that belongs to somebody else is there as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Where the system tells when the process began, that too: ids of processes come again. */
function markOf(pid: number): string {
  const known = `${hostname()} ${pid}`
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The 22nd field of all; the name, which may hold anything, is the second.
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return began === undefined ? known : `${known} ${began}`
  } catch {
    return known
  }
}
