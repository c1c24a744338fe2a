import { defineRun, runToJson, type Run, type RunInput } from '@runoff/core'
import type { RunChange } from './metricStore.ts'

/** Returns a run as it is after a change; its metrics stay as they are. */
export function changeRun(run: Run, change: RunChange): Run {
  const { params, tags, best, summary: _, notices: __, ...fields } = change
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  const known: RunInput = withoutChangedTimes(run, fields)
  const changed = defineRun({ ...known, ...Object.fromEntries(given), id: run.id })
  const added = defineRun({ id: run.id, params: params ?? {}, tags: tags ?? {} })
  return {
    ...changed,
    name: fields.name == null ? run.name : changed.name,
    best: bestAfter(run, best),
    params: new Map([...(params === null ? [] : run.params), ...added.params]),
    tags: new Map([...(tags === null ? [] : run.tags), ...added.tags]),
    metrics: run.metrics,
  }
}

/** A run that was read has its times in milliseconds, which stand before any other spelling. */
function withoutChangedTimes(run: Run, { startedAt, endedAt }: RunChange): RunInput {
  const { startedAtMs, endedAtMs, ...known } = runToJson(run)
  return {
    ...known,
    ...(startedAt === undefined ? { startedAtMs } : {}),
    ...(endedAt === undefined ? { endedAtMs } : {}),
  }
}

function bestAfter({ id, best }: Run, change: RunChange['best']): Run['best'] {
  if (change === undefined) return best
  const given = Object.entries(change ?? {}).filter(([, value]) => value !== undefined)
  const known = change === null ? {} : best
  return defineRun({ id, best: { ...known, ...Object.fromEntries(given) } }).best
}
