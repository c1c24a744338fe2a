/** Which columns of a table place its rows, and which tell what a number is. */
export interface ColumnRoles {
  readonly step: string | null
  readonly epoch: string | null
  readonly time: string | null
  readonly phase: string | null
  readonly run: string | null
  /** Both are given where a row holds one metric, named in a column of its own. */
  readonly metric: string | null
  readonly value: string | null
  /** Columns that are no metrics, whatever numbers they hold. */
  readonly others: ReadonlySet<string>
}

/** The better name first: a tracker's own `_step` counts calls, not training steps. */
const stepNames = [
  // ms-swift writes '10/200' into it, and a `global_step` into its very last line alone.
  'global_step/max_steps',
  'global_step',
  'trainer/global_step',
  'train/global_step',
  'step',
  'iteration',
  'iter',
  'iterations',
  'num_updates',
  'train_num_updates',
  'current_steps',
  'global step',
  '_step',
]
const epochNames = ['epoch', 'train/epoch', 'epochs', 'current_epoch', 'epoch_num']
const timeNames = ['timestamp', '_timestamp', 'wall_time', 'wall time', 'time', 'datetime', 'date']
const phaseNames = ['phase', 'split', 'mode', 'stage', 'subset', 'event', 'type', 'kind']
const runNames = ['run', 'run_id', 'run_name', 'run id', 'run name']
const metricNames = ['metric', 'metric_name', 'tag', 'metric name', 'key']
const valueNames = ['value', 'metric_value']
const otherNames = [
  '_runtime',
  'total_steps',
  'total_epochs',
  'max_steps',
  'percentage',
  'elapsed_time',
  'remaining_time',
  'eta',
  'best_metric',
  // What pandas writes before its rows.
  '',
  'index',
  'unnamed: 0',
]

/**
 * Finds the columns of a table by their names, letter case and blanks around them aside.
 *
 * `isNumeric` tells whether a column holds numbers: one that does not cannot be the step.
 * `isPhase` tells whether one holds words such as `train`: a `type` may be anything.
 */
export function findRoles(
  names: readonly string[],
  isNumeric: (name: string) => boolean,
  isPhase: (name: string) => boolean = () => false,
): ColumnRoles {
  const byPlainName = new Map(names.map((name) => [plain(name), name]))
  const pick = (
    wanted: readonly string[],
    fits = (_name: string): boolean => true,
  ): string | null =>
    wanted.map((name) => byPlainName.get(name)).find((name) => name !== undefined && fits(name)) ??
    null
  const metric = pick(metricNames)
  const value = pick(valueNames)
  const isLong = metric !== null && value !== null
  const roles = {
    step: pick(stepNames, isNumeric),
    epoch: pick(epochNames, isNumeric),
    time: pick(timeNames),
    phase: pick(phaseNames, isPhase),
    run: pick(runNames),
    metric: isLong ? metric : null,
    value: isLong ? value : null,
  }
  return { ...roles, others: othersOf(names, roles) }
}

function othersOf(
  names: readonly string[],
  { time, phase, run, metric, value }: Omit<ColumnRoles, 'others'>,
): ReadonlySet<string> {
  const known = new Set([...stepNames, ...epochNames, ...otherNames])
  const others = new Set(names.filter((name) => known.has(plain(name))))
  // A `time` may be seconds since the start, which is a metric: its cells decide, one by one.
  for (const name of [phase, run, metric, value])
    if (name !== null && name !== time) others.add(name)
  return others
}

/**
 * Whether a table with these columns tells of training: its rows are placed by a step or an epoch,
 * or it names a loss, an accuracy or a reward. A table of data sets and the like has neither.
 */
export function tellsOfTraining(names: readonly string[], roles: ColumnRoles): boolean {
  if (roles.step !== null || roles.epoch !== null || roles.metric !== null) return true
  return names.some((name) => /loss|accuracy|perplexity|reward/i.test(name.slice(0, 200)))
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
