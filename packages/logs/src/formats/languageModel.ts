import type { LogFormat } from '../format.ts'
import type { LogPhase } from '../record.ts'
import { readNamed, withUnit } from '../text/readNamed.ts'
import { lineFormat, type LineReading } from './lineFormat.ts'

/**
 * The lines of PyTorch's language model example, and of AWD-LSTM and Transformer-XL, which grew from it:
 *
 * `| epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch 10.10 | loss  7.63 | ppl  2050.55`
 * `| epoch   1 step      200 |    200 batches | lr 0.00025 | ms/batch 550.1 | loss  7.81 | ppl  2456.123`
 * `| end of epoch   1 | time: 31.10s | valid loss  5.50 | valid ppl   244.69`
 * `| Eval   1 at step     4000 | time: 1234.56s | valid loss  4.50 | valid ppl    90.123`
 * `| End of training | test loss  5.40 | test ppl   221.40`
 *
 * `batch` counts within the epoch, and is no step of the run.
 */
export const languageModel: LogFormat = lineFormat({
  name: 'language_model',
  marks: [' batches | lr ', '| end of epoch ', '| Eval ', '| End of training |'],
  readLine(text) {
    for (const { phase, head } of kinds) {
      const match = head.exec(text)
      if (match !== null) return readLine(text.slice(match.index + match[0].length), match, phase)
    }
    return null
  },
})

interface Kind {
  readonly phase: LogPhase
  readonly head: RegExp
}

const kinds: readonly Kind[] = [
  {
    phase: 'train',
    head: /\| epoch +(?<epoch>\d+)(?: step +(?<step>\d+))? \| +(?<batch>\d+)(?:\/ *\d+)? batches \|/,
  },
  { phase: 'eval', head: /\| end of epoch +(?<epoch>\d+) \|/ },
  { phase: 'eval', head: /\| Eval +\d+ at step +(?<step>\d+) \|/ },
  { phase: 'eval', head: /\| End of training \|/ },
]

function readLine(list: string, { groups }: RegExpExecArray, phase: LogPhase): LineReading | null {
  const metrics = list.split('|').flatMap((part): [string, number][] => {
    const named = readNamed(part)
    return named === null ? [] : [[withUnit(named.name, named.unit), named.value]]
  })
  if (!metrics.some(([name]) => name.endsWith('loss'))) return null
  const batch = countOf(groups?.['batch'])
  return {
    phase,
    step: countOf(groups?.['step']),
    epoch: countOf(groups?.['epoch']),
    metrics: [...(batch === null ? [] : [['batch', batch] as const]), ...metrics],
  }
}

function countOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
