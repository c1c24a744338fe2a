import { splitPairs, type Pair } from '../text/keyValues.ts'
import { findCount } from '../text/readCount.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import type { LineReading } from './lineFormat.ts'

/**
 * Returns what a line of DeepSpeed-Chat says, or `null` where it is none:
 *
 * `epoch: 0|step: 0|ppo_ep: 1|act_loss: 0.2|cri_loss: 0.1|unsuper_loss: 0.0`, since 2023 as
 * `Epoch: 0 | Step: 0 | PPO Epoch: 1 | Actor Loss: 0.2 | Critic Loss: 0.1 | Unsupervised Loss: 0.0`
 *
 * `average reward score: -0.679`, of the step before it, which it does not name
 *
 * `'step':10, 'ppl': 61.7, 'seq_len': 264, 'consume layer-tokens': 110912`, an evaluation
 *
 * `ppl: 2.01, loss: 0.70`, `chosen: 0.0, rejected: 0.0, loss: 0.69` and
 * `chosen_last_scores (higher is better) : 2.24, acc (higher is better) : 0.69`, evaluations
 *
 * `Epoch: 0, Step: 10, Rank: 0, loss = 0.5`, and `Epoch 1/2 with loss 0.5`, the mean of an epoch
 */
export function readChat(text: string): LineReading | null {
  return (
    readPolicyStep(text) ??
    readReward(text) ??
    readPerplexityEntries(text) ??
    readScores(text) ??
    readEvaluation(text) ??
    readLoss(text) ??
    readEpochMean(text)
  )
}

function readPolicyStep(text: string): LineReading | null {
  const epoch = findCount(text, 'epoch:') ?? findCount(text, 'Epoch:')
  if (epoch === null || !text.includes('ppo_ep:') === !text.includes('PPO Epoch:')) return null
  const pairs = splitPairs(text.slice(epoch.from), { between: '|', sign: ':' })
  const [first, second, third, ...rest] = pairs
  const names = [first, second, third].map((pair) => pair?.[0].toLowerCase() ?? '')
  const step = readNumber(second?.[1] ?? '')
  if (names[1] !== 'step' || !(names[2] ?? '').startsWith('ppo') || step === null) return null
  return { phase: 'train', epoch: epoch.value, step, metrics: numbersOf(rest) }
}

function numbersOf(pairs: readonly Pair[]): [string, number][] {
  return pairs.flatMap(([name, written]): [string, number][] => {
    const value = readNumber(written)
    return value === null ? [] : [[name, value]]
  })
}

const rewardNames = ['average reward score', 'Average reward score']

function readReward(text: string): LineReading | null {
  const at = rewardNames.map((name) => text.indexOf(`${name}: `)).find((place) => place !== -1)
  if (at === undefined || !isPrefix(text.slice(0, at))) return null
  const metrics = numbersOf(splitPairs(text.slice(at), { between: '|', sign: ':' }))
  return metrics.length === 0 ? null : { phase: 'train', metrics }
}

/** Like the inside of a dict, without its braces. */
function readPerplexityEntries(text: string): LineReading | null {
  const trimmed = text.trim()
  if (!trimmed.startsWith("'step':")) return null
  const pairs = splitPairs(trimmed, { between: ',', sign: ':' })
  const entries = pairs.map(([name, written]) => [unquoted(name), written] as const)
  const step = readNumber(entries[0]?.[1] ?? '')
  if (step === null || entries[1]?.[0] !== 'ppl') return null
  return { phase: 'eval', step, metrics: numbersOf(entries.slice(1)) }
}

function unquoted(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1) : name
}

/** `chosen_last_scores (higher is better) : 2.24, acc (higher is better) : 0.69`. */
function readScores(text: string): LineReading | null {
  const at = text.indexOf('chosen_last_scores (')
  if (at === -1 || !isPrefix(text.slice(0, at))) return null
  const pairs = splitPairs(text.slice(at), { between: ',', sign: ':' })
  const metrics = numbersOf(pairs.map(([name, written]) => [withoutBrackets(name), written]))
  return metrics.length === 0 ? null : { phase: 'eval', metrics }
}

function withoutBrackets(name: string): string {
  const open = name.indexOf('(')
  return open === -1 ? name : name.slice(0, open).trimEnd()
}

/** `ppl: 2.01, loss: 0.70` and `chosen: 0.0, rejected: 0.0, loss: 0.69`, and nothing else. */
function readEvaluation(text: string): LineReading | null {
  const at = ['ppl: ', 'chosen: '].map((word) => text.indexOf(word)).find((place) => place !== -1)
  if (at === undefined || !isPrefix(text.slice(0, at))) return null
  const pairs = splitPairs(text.slice(at), { between: ',', sign: ':' })
  const metrics = numbersOf(pairs)
  const names = metrics.map(([name]) => name).join(' ')
  const isWhole = evaluations.has(names) && pairs.length === metrics.length
  return isWhole ? { phase: 'eval', metrics } : null
}

const evaluations: ReadonlySet<string> = new Set(['ppl', 'ppl loss', 'chosen rejected loss'])

/** Nothing, or what a launcher puts before a line: `worker-0: `, `[rank0]: `. */
function isPrefix(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || (trimmed.endsWith(':') && trimmed.length < 60 && !trimmed.includes(' '))
}

function readLoss(text: string): LineReading | null {
  const epoch = findCount(text, 'Epoch:')
  const step = epoch === null ? null : findCount(text, 'Step:', epoch.end)
  const rank = step === null ? null : findCount(text, 'Rank:', step.end)
  if (epoch === null || step === null || rank === null) return null
  const sign = ', loss = '
  if (!text.startsWith(sign, rank.end)) return null
  const written = text.slice(rank.end + sign.length)
  const value = readLeadingNumber(written.startsWith('tensor(') ? written.slice(7) : written)
  if (value === null) return null
  return { phase: 'train', epoch: epoch.value, step: step.value, metrics: [['loss', value]] }
}

/** The mean of an epoch, told when it is over: no point of the training's own series. */
function readEpochMean(text: string): LineReading | null {
  const epoch = findCount(text, 'Epoch ')
  if (epoch === null || text[epoch.end] !== '/') return null
  const total = findCount(text, '/', epoch.end)
  const sign = ' with loss '
  if (total === null || !text.startsWith(sign, total.end)) return null
  const value = readNumber(text.slice(total.end + sign.length))
  if (value === null) return null
  return { phase: 'summary', epoch: epoch.value, metrics: [['loss', value]] }
}
