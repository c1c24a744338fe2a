import type { LogContext, LogFormat, LogLine } from '../format.ts'
import { readDicts, type PythonDict } from '../python/readDicts.ts'
import type { LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'

/**
 * The evaluations and losses among the events of MLPerf Training; its parameters are no metrics.
 *
 * `:::MLLOG {"namespace": "", "time_ms": 1696442084891, "event_type": "POINT_IN_TIME", "key": "eval_accuracy", "value": 2.698, "metadata": {…, "epoch_num": 905969664}}`
 *
 * The name says little: `eval_accuracy` of language models is a log-perplexity, of which less is
 * better, and `epoch_num` may count samples.
 */
export const mlperf: LogFormat = {
  name: 'mlperf',
  marks: [':::MLLOG'],
  createReader(context) {
    const shareName = createNamePool()
    return { read: (line) => readEvent(line, context, shareName) }
  },
}

const metricKey =
  /^(?:eval_|train_)?(?:\w{1,30}_)?(?:accuracy|loss|error|score|auc|map|wer|perplexity)$/i

function readEvent(
  { text, number }: LogLine,
  context: LogContext,
  shareName: (name: string) => string,
): LogRecord[] {
  const body = text.slice(text.indexOf(':::MLLOG'))
  const [event] = readDicts(body)
  const key = event?.entries.get('key')
  const value = event?.entries.get('value')
  if (event === undefined || typeof key !== 'string' || typeof value !== 'number') return []
  if (!event.isClosed || !metricKey.test(key) || key.startsWith('target_')) return []
  const { step, epoch } = readPlace(body)
  if (epoch !== null && epoch > mostEpochs)
    context.addNotice('epoch-counts-samples', samples, number)
  const metrics = new Map([[shareName(key), value]])
  const phase = key.startsWith('train_') || key === 'loss' ? 'train' : 'eval'
  return [{ phase, step, epoch, timeMs: timeOf(event), metrics, line: number }]
}

/** No training passes its data more often. */
const mostEpochs = 100_000

const samples =
  'The epochs of these events are too large to be passes over the data: they count samples or tokens.'

function readPlace(body: string): Pick<LogRecord, 'step' | 'epoch'> {
  const at = body.indexOf('"metadata"')
  const [metadata] = at === -1 ? [] : readDicts(body.slice(at))
  const countOf = (...names: readonly string[]): number | null => {
    const counts = names.map((name) => metadata?.entries.get(name))
    return counts.find((count): count is number => typeof count === 'number') ?? null
  }
  return { step: countOf('step_num', 'step', 'global_step'), epoch: countOf('epoch_num', 'epoch') }
}

function timeOf({ entries }: PythonDict): number | null {
  const time = entries.get('time_ms')
  return typeof time === 'number' && Number.isFinite(time) ? time : null
}
