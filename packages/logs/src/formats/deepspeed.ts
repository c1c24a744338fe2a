import type { LogFormat } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { findNumbers } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readLeadingNumber } from '../text/readNumber.ts'
import { readChat } from './deepspeedChat.ts'
import { createRecordWriter, tellerOf, type LineReading, type TellNotice } from './lineFormat.ts'

/**
 * The lines of DeepSpeed, and those of DeepSpeed-Chat (see `deepspeedChat.ts`):
 *
 * `[Rank 0] step=10, skipped=6, lr=[9.6e-06, 9.6e-06], mom=[(0.9, 0.95), (0.9, 0.95)]`
 *
 * `[timer.py:264:stop] epoch=0/micro_step=20/global_step=10, RunningAvgSamplesPerSec=46.9, CurrSamplesPerSec=50.8, MemAllocated=5.53GB, MaxMemAllocated=8.61GB`
 *
 * `lr` is that of the first group of parameters. `skipped` counts the steps lost to overflow so far,
 * which `step` counts too. Two engines of one program, such as an actor and a critic, print the same
 * steps. The state before the first step is kept only where the engine tells more after it. Old
 * timers (`0/4, RunningAvgSamplesPerSec=…`) name a micro-step, and are not read.
 */
export const deepspeed: LogFormat = {
  name: 'deepspeed',
  marks: [
    ', skipped=',
    'SamplesPerSec=',
    '|ppo_ep: ',
    '| PPO Epoch: ',
    'verage reward score: ',
    "'ppl': ",
    'ppl: ',
    '(higher is better) :',
    'rejected: ',
    ', Rank: ',
    ' with loss ',
  ],
  standsBeside: true,
  createReader(context) {
    const write = createRecordWriter()
    const held: LogRecord[] = []
    let isTaken = false

    return {
      read(line) {
        const tell = tellerOf(context, line)
        const engine = readStep(line.text, tell) ?? readTimer(line.text)
        const reading = engine ?? readChat(line.text)
        isTaken = engine !== null
        if (isMicroStep(engine)) tell('micro-step', microStepMessage)
        if (reading === null || isMicroStep(engine)) return []
        held.push(...write(reading, line))
        return isStart(engine) ? [] : held.splice(0)
      },
      hasTaken: () => isTaken,
      end() {
        const [first] = held
        if (first !== undefined) context.addNotice('only-start', onlyStartMessage, first.line)
        return []
      },
    }
  },
}

/** An engine tells its state once when it is made, whoever drives it and logs the training. */
function isStart(reading: LineReading | null): boolean {
  return reading !== null && reading.step === 0
}

function isMicroStep(reading: LineReading | null): boolean {
  return reading !== null && reading.step === null
}

const onlyStartMessage =
  'DeepSpeed told the state it began with and none after it: no record was made of that.'

function readStep(text: string, tell: TellNotice): LineReading | null {
  const step = findCount(text, 'step=')
  if (step === null) return null
  const skipped = findCount(text, 'skipped=', step.end)
  if (skipped === null || skipped.from !== step.end + 2) return null
  const rates = readRates(text, skipped.end)
  if (rates.some((rate) => rate !== rates[0])) tell('several-learning-rates', ratesMessage)
  const [rate] = rates
  return {
    phase: 'train',
    step: step.value,
    metrics: [
      ...(rate === undefined ? [] : [['lr', rate] as const]),
      ['skipped', skipped.value] as const,
    ],
  }
}

const ratesMessage =
  'Groups of parameters have learning rates of their own: lr is that of the first group.'

function readRates(text: string, from: number): number[] {
  const open = text.startsWith(', lr=[', from) ? from + ', lr=['.length : -1
  const close = open === -1 ? -1 : text.indexOf(']', open)
  if (close === -1) return []
  return text
    .slice(open, close)
    .split(',')
    .flatMap((rate) => readLeadingNumber(rate) ?? [])
}

/** Its step is `null` where an old timer names none. */
function readTimer(text: string): LineReading | null {
  if (!text.includes('SamplesPerSec=')) return null
  const step = findCount(text, '/global_step=')
  if (step === null) return { phase: 'train', step: null, metrics: [] }
  const names = findNumbers(text.slice(step.end), '=')
  return {
    phase: 'train',
    step: step.value,
    epoch: findCount(text, 'epoch=')?.value ?? null,
    metrics: names.map(({ name, value }) => [name, value] as const),
  }
}

const microStepMessage =
  'Lines with the samples per second name a micro-step and no step of the run: they were left out.'
