import type { Goal } from './run.ts'

/** Which part of the data a metric was measured on. */
export type Split = 'train' | 'eval' | 'test'

/** The words for a split, in lower case, and the name each is known by. */
const splits: ReadonlyMap<string, Split> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['eval', 'eval'],
  ['val', 'eval'],
  ['valid', 'eval'],
  ['validation', 'eval'],
  ['dev', 'eval'],
  ['test', 'test'],
])

/** Returns the split that a word such as `val` means, in any letter case; `null` for any other word. */
export function readSplit(word: string): Split | null {
  return splits.get(word.toLowerCase()) ?? null
}

/**
 * Returns the name that a metric of an evaluation has in training, `train/loss` for `eval/loss`;
 * `null` for one that is of no evaluation.
 */
export function trainMetricOf(metric: string): string | null {
  return metric.startsWith('eval/') ? `train/${metric.slice('eval/'.length)}` : null
}

/** Metrics of a run as a whole, whatever phase they were printed in. */
const global: ReadonlyMap<string, string> = new Map([
  ['lr', 'learning_rate'],
  ['learning_rate', 'learning_rate'],
  ['grad_norm', 'grad_norm'],
  ['gnorm', 'grad_norm'],
  ['gradient_norm', 'grad_norm'],
])

/** Metrics that are said of a phase, and so take its prefix where the log left it out. */
const phased: ReadonlyMap<string, string> = new Map([
  ['loss', 'loss'],
  ['total_loss', 'loss'],
  ['perplexity', 'perplexity'],
  ['ppl', 'perplexity'],
  ['accuracy', 'accuracy'],
  ['acc', 'accuracy'],
  ['token_accuracy', 'token_accuracy'],
  ['token_acc', 'token_accuracy'],
  ['mean_token_accuracy', 'token_accuracy'],
])

/**
 * Returns the canonical name of a metric: `train/loss`, `eval/loss`, `learning_rate`, `grad_norm`.
 *
 * `name` is the log's own; `phase` says where an unprefixed name was met. The known metrics are
 * found in any letter case and spelling: `Train Loss`, `valLoss`, `Loss/train`. A name that the
 * table does not know stays as it is, but for its split. Applying it twice changes nothing more.
 */
export function canonicalMetric(name: string, phase: 'train' | 'eval' = 'train'): string {
  const { split, rest } = splitOf(name)
  const words = wordsOf(rest)
  const known = global.get(words) ?? (isMonitoredRate(name) ? 'learning_rate' : undefined)
  if (known !== undefined && (split === null || split === 'train')) return known
  const base = phased.get(words)
  if (split !== null) return `${split}/${base ?? known ?? rest}`
  if (base !== undefined) return `${phase}/${base}`
  return withSplitBehind(words) ?? (phase === 'eval' ? `eval/${name.trim()}` : name)
}

/** Cuts off the split that a name begins with: `val_loss`, `Valid. Loss`, `trainLoss`. */
function splitOf(name: string): { readonly split: Split | null; readonly rest: string } {
  const at = name.search(/[^A-Za-z]|[a-z][A-Z]/)
  const isJoined = /[a-z]/.test(name.charAt(at))
  const end = isJoined ? at + 1 : at
  const split = at > 0 ? readSplit(name.slice(0, end)) : null
  const isSplit = split !== null && (isJoined || '_/.- '.includes(name.charAt(at)))
  const rest = isSplit ? name.slice(isJoined ? end : end + 1).trim() : ''
  return isSplit && rest !== '' ? { split, rest } : { split: null, rest: name }
}

/** Lightning's monitor names the learning rate after the optimizer, as in `lr-AdamW`. */
function isMonitoredRate(name: string): boolean {
  return /^lr-[A-Za-z]\w{0,99}$/.test(name)
}

/** A known metric that has its split behind it, as TensorBoard's own examples write it. */
function withSplitBehind(words: string): string | null {
  const end = words.lastIndexOf('_')
  const split = readSplit(words.slice(end + 1))
  const base = phased.get(words.slice(0, Math.max(0, end)))
  return split === null || base === undefined ? null : `${split}/${base}`
}

/** No known metric has a longer name. */
const maxKnownLength = 60

/** A name in lower case with `_` between its words: `Learning Rate`, `gradNorm`, `Loss/train`. */
function wordsOf(name: string): string {
  if (name.length > maxKnownLength) return ''
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[/.\- ]/g, '_')
    .toLowerCase()
}

const higherIsBetter =
  /(?:^|[/_.\- ])(?:acc\d?|accuracy|f1|auc|auroc|m?ap\d{0,3}|precision|recall|(?:sacre)?bleu\d?|rouge\w{0,10}|chrf|meteor|reward|rewards|score|r2|(?:m|mean)?iou|dice|margins|accuracies|win_rate|exact_match|em|mrr|ndcg|top1|top5|mcc|matthews_correlation|kappa|pearsonr?|spearmanr?|pass|hits?)(?:$|[/_.\-@ (])/i
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
