import type { LogFormat, LogLine } from '../format.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { findNumbers } from '../text/keyValues.ts'
import { createNamePool } from '../text/namePool.ts'
import { readZonedTime } from '../text/zonedTime.ts'

/**
 * The lines of the Paddle toolkits: PaddleOCR, PaddleSeg, PaddleClas, PaddleDetection.
 *
 * `[…] ppocr INFO: epoch: [3/500], global_step: 500, lr: 0.005, …, ips: 7.8 samples/s, eta: 2 days, 20:01:28, …`
 * `… [INFO]	[TRAIN] epoch: 1, iter: 20/500, loss: 2.0859, lr: 0.009657, … | ETA 00:04:16`, with `=` in old versions
 * `[…] root INFO: epoch: [1/500], iter: 680, lr: 0.001, …, ips: 46.5`, until 2021; OpenOCR writes its own name
 * `… [EVAL] #Images: 500 mIoU: 0.5123 Acc: 0.9311`, `… ppocr INFO: cur metric, precision: 0.6, hmean: 0.55`
 * `… ppcls INFO: [Train][Epoch 1/20][Iter: 10/24]lr: 0.0125, CELoss: 4.61, loss: 4.61, …`, `… [Eval][Epoch 1][Avg]loss: 4.1`
 * `… ppdet.engine INFO: Epoch: [0] [ 20/1000] learning_rate: 0.0001 loss: 4.5 eta: 6:00:00 batch_cost: 2.1`
 *
 * A unit may follow a number. An iteration that starts anew with each epoch is no step. The means of
 * an epoch, `[Train][Epoch 1/20][Avg]`, are of the phase `summary`.
 */
export const paddle: LogFormat = {
  name: 'paddle',
  marks: ['INFO: epoch: [', 'INFO: cur metric,', 'ppcls', 'ppdet', '[TRAIN]', '[EVAL]'],
  createReader() {
    const shareName = createNamePool()
    return { read: (line) => readLine(line, shareName) }
  },
}

interface Kind {
  readonly phase: LogPhase
  readonly head: RegExp
}

const kinds: readonly Kind[] = [
  { phase: 'train', head: /\w INFO: (?=epoch: \[\d{1,9}\/\d{1,9}\], (?:global_step|iter): )/ },
  { phase: 'eval', head: /\w INFO: cur metric,/ },
  { phase: 'train', head: /\[TRAIN\] (?=epoch)/ },
  { phase: 'eval', head: /\[EVAL\] (?=#Images)/ },
  { phase: 'train', head: /ppcls INFO: (?=\[Train\]\[Epoch \d{1,9}\/\d{1,9}\]\[Iter: )/ },
  { phase: 'summary', head: /ppcls INFO: (?=\[Train\]\[Epoch \d{1,9}\/\d{1,9}\]\[Avg\])/ },
  { phase: 'eval', head: /ppcls INFO: (?=\[Eval\]\[Epoch \d{1,9}\]\[Avg\])/ },
  { phase: 'train', head: /ppdet\S{0,40} INFO: (?=Epoch: \[)/ },
]

/** What tells the place, and what is a time of day or a count of the data: no metrics. */
const notMetrics: ReadonlySet<string> = new Set([
  'epoch',
  'Epoch',
  'iter',
  'Iter',
  'global_step',
  'eta',
  'ETA',
  '#Images',
])

function readLine({ text, number }: LogLine, shareName: (name: string) => string): LogRecord[] {
  for (const { phase, head } of kinds) {
    const match = head.exec(text)
    if (match === null) continue
    const body = text.slice(match.index + match[0].length)
    const metrics = readMetrics(body, shareName)
    if (metrics.size === 0) return []
    const place = { step: readStep(body), epoch: readEpoch(body), timeMs: readZonedTime(text) }
    return [{ phase, ...place, metrics, line: number }]
  }
  return []
}

function readMetrics(body: string, shareName: (name: string) => string): Map<string, number> {
  const sign = body.startsWith('epoch=') ? '=' : ':'
  const metrics = new Map<string, number>()
  // `lr(PiecewiseDecay): 0.0125` names the schedule as well.
  for (const { name, value } of findNumbers(body.replace(/\blr\(\w+\):/, 'lr:'), sign)) {
    if (!notMetrics.has(name)) metrics.set(shareName(name), value)
  }
  return metrics
}

/** The step since the start of the run; PaddleClas and PaddleDetection count anew in each epoch. */
function readStep(body: string): number | null {
  const match =
    /global_step: (\d+)|^epoch[:=] ?\d+, iter[:=] ?(\d+)\/|^epoch: \[\d+\/\d+\], iter: (\d+),/.exec(
      body,
    )
  return match === null ? null : Number(match[1] ?? match[2] ?? match[3])
}

function readEpoch(body: string): number | null {
  const match = /^(?:epoch[:=] ?\[?(\d+)|Epoch: \[(\d+)|\[(?:Train|Eval)\]\[Epoch (\d+))/.exec(body)
  return match === null ? null : Number(match[1] ?? match[2] ?? match[3])
}
