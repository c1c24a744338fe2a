import { paramsByLastPart } from '../cost/paramsByLastPart.ts'
import type { ParamValue, Run } from '../run/run.ts'
import { readNumber } from '../text/readValue.ts'
import { lastStepOf } from './curve.ts'
import type { PastRun } from './pastRun.ts'

/** Names of the schedule, the least mistakable first: diffusion models have a `scheduler` too. */
const scheduleNames: readonly string[] = [
  'lr_scheduler_type',
  'lr_scheduler_name',
  'lr_scheduler',
  'lr_schedule',
  'lr_decay_style',
  'lr_policy',
  'learning_rate_schedule',
  'learning_rate_scheduler',
  'scheduler_type',
  'scheduler',
]

const totalNames: readonly string[] = ['max_steps', 'total_steps', 'max_iters', 'train_iters']

/** Ways to say that the learning rate stays what it is, after a warm-up at most. */
const constantSchedules: ReadonlySet<string> = new Set([
  'constant',
  'constant_with_warmup',
  'constantlr',
  'none',
])

/** How much longer the longer of two trainings may be. */
const totalTolerance = 0.1

/** 110 is 1.1 times 100 but for the last digit, and must not be over. */
const slack = 1e-9

/**
 * Returns the name of a run's learning-rate schedule as its parameters give it, in lower case with
 * `_` between words: `cosine`, `constant_with_warmup`; `null` where they name none.
 */
export function scheduleOf(run: Pick<Run, 'params'>): string | null {
  const params = paramsByLastPart(run.params, new Set(scheduleNames))
  return scheduleNames.map((name) => readSchedule(params.get(name))).find(isText) ?? null
}

/** Whether a schedule, as `scheduleOf` names it, holds the learning rate once it has warmed up. */
export function isConstantSchedule(schedule: string | null): boolean {
  return schedule !== null && constantSchedules.has(schedule)
}

/** Transformers prints an enumeration as `SchedulerType.COSINE`. */
function readSchedule(value: ParamValue | undefined): string | null {
  if (typeof value !== 'string') return null
  const word = value.trim().toLowerCase().replaceAll(/[- ]/g, '_').replace('schedulertype.', '')
  return word === '' ? null : word
}

function isText(word: string | null): word is string {
  return word !== null
}

/**
 * Returns how long a training is, in the unit of its series' steps; `null` where it is not known.
 *
 * Missing: a run that completed without saying how long it would be was as long as its last step; a
 * series in the order of the log alone has no length to compare.
 */
export function trainingLength({ run, series }: PastRun): number | null {
  if (series.stepUnit === 'record') return null
  const planned = series.stepUnit === 'epoch' ? run.totalEpochs : plannedSteps(run)
  const length = planned ?? (run.status === 'completed' ? lastStepOf(series) : null)
  return length !== null && length > 0 ? length : null
}

function plannedSteps(run: Run): number | null {
  if (run.totalSteps !== null) return run.totalSteps
  const params = paramsByLastPart(run.params, new Set(totalNames))
  const named = totalNames.map((name) => readNumber(params.get(name)))
  // Transformers writes max_steps: -1 where the epochs decide.
  return named.find((steps) => steps !== null && steps > 0) ?? null
}

/**
 * Whether two trainings have one shape of learning rate, as far as can be told.
 *
 * Both name the same schedule, and the longer is at most 10 % longer. Where neither names one, the
 * same length to the step is taken for the same recipe; whoever uses that must say that the
 * schedule is not known. Where one names a schedule and the other none, or a length is not known,
 * they are not known to match.
 */
export function schedulesMatch(
  a: PastRun,
  b: PastRun,
  schedule: (run: Run) => string | null,
): boolean {
  const [ofA, ofB] = [schedule(a.run), schedule(b.run)]
  const [lengthA, lengthB] = [trainingLength(a), trainingLength(b)]
  if (ofA !== ofB || lengthA === null || lengthB === null) return false
  if ((a.series.stepUnit ?? 'step') !== (b.series.stepUnit ?? 'step')) return false
  if (ofA === null) return lengthA === lengthB
  const ratio = Math.max(lengthA, lengthB) / Math.min(lengthA, lengthB)
  return ratio <= 1 + totalTolerance + slack
}
