import type { LogPhase } from '../record.ts'

/** Where in training a dict of numbers says that it belongs. */
export interface TrainerPlace {
  readonly epoch: number | null
  readonly step: number | null
}

/**
 * Returns what a dict of numbers that a trainer may have printed tells of, or `null` where its keys
 * do not show that it holds metrics: configs are printed as dicts too.
 */
export function trainerPhase(
  numbers: ReadonlyMap<string, number>,
  { epoch, step }: TrainerPlace,
): LogPhase | null {
  const isPlaced = epoch !== null || step !== null
  if (numbers.has('train_runtime')) return 'summary'
  if (isPlaced && numbers.has('loss')) return 'train'
  const names = [...numbers.keys()]
  if (numbers.has('loss') && names.some(isOptimizerState)) return 'train'
  if (isEvaluation(names, isPlaced)) return 'eval'
  if (isPlaced && names.some(isTrainLoss)) return 'train'
  // An agent's rollout has a step and a reward as well; only the trainer adds the epoch.
  if (epoch !== null && names.some(isPolicyMetric)) return 'train'
  if (isPlaced && names.some(isHeldOutLoss)) return 'eval'
  return null
}

/** What the optimizer is at: printed beside a loss, never with a weight that is called `loss`. */
function isOptimizerState(name: string): boolean {
  return name === 'learning_rate' || name === 'lr' || name === 'grad_norm'
}

/** Numbers that configs set under names which begin like an evaluation's. */
const evalOptions: ReadonlySet<string> = new Set([
  'eval_accumulation_steps',
  'eval_batch_size',
  'eval_delay',
  'eval_every',
  'eval_freq',
  'eval_frequency',
  'eval_interval',
  'eval_iters',
  'eval_max_length',
  'eval_max_new_tokens',
  'eval_num_samples',
  'eval_ratio',
  'eval_seed',
  'eval_size',
  'eval_split_ratio',
  'eval_steps',
])

function isEvalMetric(name: string): boolean {
  if (name.startsWith('eval_') || name.startsWith('eval/')) return !evalOptions.has(name)
  return isEvalSpeed(name)
}

/** `test_samples_per_second`: an evaluation under a prefix of its own. */
function isEvalSpeed(name: string): boolean {
  return name.endsWith('_samples_per_second') && !name.startsWith('train_')
}

function isEvaluation(names: readonly string[], isPlaced: boolean): boolean {
  if (!names.some(isEvalMetric) || names.some(isTrainMetric)) return false
  return (
    isPlaced ||
    names.some((name) => name === 'eval_loss' || isEvalSpeed(name)) ||
    names.every(isEvalMetric)
  )
}

/** The last values of everything, as trackers keep them, are no evaluation. */
function isTrainMetric(name: string): boolean {
  return name.startsWith('train_') || name.startsWith('train/')
}

const heldOutPrefixes = ['val', 'valid', 'validation', 'test', 'dev']

function isHeldOut(name: string): boolean {
  return heldOutPrefixes.some(
    (prefix) => name.startsWith(`${prefix}_`) || name.startsWith(`${prefix}/`),
  )
}

function isHeldOutLoss(name: string): boolean {
  return isHeldOut(name) && name.endsWith('loss')
}

function isTrainLoss(name: string): boolean {
  if (name === 'grad_norm' || name.startsWith('loss/')) return true
  return !isHeldOut(name) && (name.endsWith('_loss') || name.endsWith('/loss'))
}

const policyPrefixes = ['rewards/', 'logps/', 'objective/', 'policy/', 'completions/']

function isPolicyMetric(name: string): boolean {
  if (name === 'reward' || name === 'kl') return true
  return policyPrefixes.some((prefix) => name.startsWith(prefix))
}
