import type { Goal } from './run.ts'

const splits: ReadonlyMap<string, string> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['eval', 'eval'],
  ['val', 'eval'],
  ['valid', 'eval'],
  ['validation', 'eval'],
  ['dev', 'eval'],
  ['test', 'test'],
])

/** Metrics of a run as a whole, whatever phase they were printed in. */
const global: ReadonlyMap<string, string> = new Map([
  ['lr', 'learning_rate'],
  ['learning_rate', 'learning_rate'],
  ['train_lr', 'learning_rate'],
  ['train/lr', 'learning_rate'],
  ['train/learning_rate', 'learning_rate'],
  ['grad_norm', 'grad_norm'],
  ['gnorm', 'grad_norm'],
  ['gradient_norm', 'grad_norm'],
  ['train/grad_norm', 'grad_norm'],
])

/** Metrics that are said of a phase, and so take its prefix where the log left it out. */
const phased: ReadonlyMap<string, string> = new Map([
  ['loss', 'loss'],
  ['perplexity', 'perplexity'],
  ['ppl', 'perplexity'],
  ['accuracy', 'accuracy'],
  ['acc', 'accuracy'],
])

/**
 * Returns the canonical name of a metric: `train/loss`, `eval/loss`, `learning_rate`, `grad_norm`.
 *
 * `name` is the log's own; `phase` says where an unprefixed name was met. A name that the table
 * does not know stays as it is. Applying it twice changes nothing more.
 */
export function canonicalMetric(name: string, phase: 'train' | 'eval' = 'train'): string {
  const known = global.get(name.toLowerCase())
  if (known !== undefined) return known
  const { split, rest } = splitOf(name)
  const base = phased.get(rest.toLowerCase()) ?? rest
  if (split !== null) return `${split}/${base}`
  if (phased.has(name.toLowerCase())) return `${phase}/${base}`
  return phase === 'eval' ? `eval/${name}` : name
}

function splitOf(name: string): { readonly split: string | null; readonly rest: string } {
  const at = name.search(/[_/.]/)
  const split = at > 0 ? splits.get(name.slice(0, at).toLowerCase()) : undefined
  const rest = name.slice(at + 1)
  return split === undefined || rest === '' ? { split: null, rest: name } : { split, rest }
}

const higherIsBetter =
  /(?:^|[/_.\- ])(?:acc|accuracy|f1|auc|auroc|map|ap|precision|recall|bleu|rouge\w{0,10}|chrf|reward|rewards|score|r2|iou|miou|dice|margins|accuracies|win_rate|exact_match|em|mrr|ndcg|top1|top5)(?:$|[/_.\-@ (])/i
const lowerIsBetter =
  /(?:^|[/_.\- ])(?:loss|perplexity|ppl|error|err|rmse|mse|mae|wer|cer|nll|bpb|bpc|cross_entropy|xent|mape|logloss)(?:$|[/_.\-@ (])/i

/**
 * Guesses which end of a metric is better from its name. `isGuess` is `false` only for losses,
 * perplexities and errors, whose direction is in the word; `null` where the name tells nothing.
 */
export function goalOf(metric: string): { readonly goal: Goal; readonly isGuess: boolean } | null {
  const name = metric.slice(0, 500)
  if (lowerIsBetter.test(name)) return { goal: 'min', isGuess: false }
  if (higherIsBetter.test(name)) return { goal: 'max', isGuess: true }
  return null
}
