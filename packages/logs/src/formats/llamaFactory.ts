import type { LogFormat, LogLine } from '../format.ts'
import { readDicts, type PythonDict } from '../python/readDicts.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'

/**
 * The `trainer_log.jsonl` of LLaMA-Factory.
 *
 * `{"current_steps": 5, "total_steps": 2178, "loss": 2.3475, "lr": 1.83e-06, "epoch": 0.002, "percentage": 0.23, …}`
 * `{"current_steps": 2178, "total_steps": 2178, "epoch": 0.9996, "percentage": 100.0, …}`, the end of the run
 *
 * In 2023 the rate was `learning_rate`, and what was not logged was `null`: neither 0 nor a number
 * that failed.
 */
export const llamaFactory: LogFormat = {
  name: 'llamafactory',
  marks: ['"current_steps":'],
  createReader() {
    const shareName = createNamePool()
    return {
      read: (line) => readDicts(line.text).flatMap((dict) => readRecord(dict, line, shareName)),
    }
  },
}

/** How far the run is: no metrics of the model. */
const progressNames: ReadonlySet<string> = new Set(
  'current_steps total_steps epoch percentage elapsed_time remaining_time'.split(' '),
)

function readRecord(
  dict: PythonDict,
  { number }: LogLine,
  shareName: (name: string) => string,
): LogRecord[] {
  const step = numberOf(dict, 'current_steps')
  const total = numberOf(dict, 'total_steps')
  if (step === null || total === null || !dict.isClosed) return []
  const metrics = new Map<string, number>()
  for (const [name, value] of dict.entries) {
    if (typeof value === 'number' && !progressNames.has(name)) metrics.set(shareName(name), value)
  }
  const phase = phaseOf(metrics, step === total)
  if (phase === null) return []
  return [{ phase, step, epoch: numberOf(dict, 'epoch'), timeMs: null, metrics, line: number }]
}

function phaseOf(metrics: ReadonlyMap<string, number>, isOver: boolean): LogPhase | null {
  const names = [...metrics.keys()]
  if (names.length === 0) return isOver ? 'summary' : null
  return names.every((name) => /^(?:eval|predict)_/.test(name)) ? 'eval' : 'train'
}

function numberOf({ entries }: PythonDict, name: string): number | null {
  const value = entries.get(name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
