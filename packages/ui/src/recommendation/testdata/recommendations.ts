import {
  defineRun,
  defineSeries,
  recommend,
  type MetricSummary,
  type Objective,
  type Policy,
  type Reason,
  type Recommendation,
  type Run,
  type RunInput,
} from '@runoff/core'

export interface GivenRun extends Omit<RunInput, 'id' | 'metrics'> {
  /** The best eval loss. */
  readonly loss?: number
  /** The last training loss. */
  readonly train?: number
  readonly metrics?: Readonly<Record<string, Partial<MetricSummary>>>
}

/** A completed run that tells all that a source can tell. */
export function runOf(id: string, given: GivenRun = {}): Run {
  const { loss, train, metrics, ...rest } = given
  return defineRun({
    status: 'completed',
    model: 'Qwen/Qwen2.5-7B-Instruct',
    dataset: 'alpaca-cleaned',
    step: 2000,
    totalSteps: 2000,
    best: { step: 900, epoch: 2.7, checkpointPath: `outputs/${id}/checkpoint-900` },
    ...rest,
    id,
    metrics: {
      ...(loss === undefined ? {} : { 'eval/loss': known(loss) }),
      ...(train === undefined ? {} : { 'train/loss': { last: train, count: 200, basis: 'full' } }),
      ...metrics,
    },
  })
}

/** The best of twenty evaluations, all of them known. */
export function known(value: number): Partial<MetricSummary> {
  return { last: value, min: value, max: value, count: 20, basis: 'full' }
}

/** One run for each loss, seeds from 1, of one configuration. */
export function seedsOf(group: string, losses: readonly number[], given: GivenRun = {}): Run[] {
  return losses.map((loss, place) =>
    runOf(`${group} / seed ${place + 1}`, {
      loss,
      train: loss - 0.02,
      group,
      seed: String(place + 1),
      ...given,
    }),
  )
}

const sweep = (): Run[] => [
  ...seedsOf('lr-3e-4', [0.2311, 0.2345, 0.2379], { gpuHours: 2.4 }),
  ...seedsOf('lr-1e-4', [0.2661, 0.2701, 0.2741], { gpuHours: 2.4 }),
  ...seedsOf('lr-1e-3', [0.3412, 0.3475, 0.3444], { gpuHours: 2.4 }),
]

/** Three seeds each of three learning rates, of which one is better beyond chance. */
export const clearWinner: Recommendation = recommend(sweep())

const close = (hours: readonly (number | undefined)[]): Run[] =>
  ['lora r=64', 'lora r=16', 'lora r=8'].flatMap((group, place) => {
    const mean = 0.24 + place * 0.003
    const gpuHours = hours[place]
    const cost = gpuHours === undefined ? {} : { gpuHours }
    return seedsOf(group, [mean, mean + 0.004, mean - 0.004], cost)
  })

const ruledOutRun = seedsOf('prefix', [0.41, 0.412, 0.408], { gpuHours: 1 })

export const contenders: Recommendation = recommend([...close([9, 4.1, 2.2]), ...ruledOutRun])
export const contendersWithoutCost: Recommendation = recommend(close([]))
export const contendersByEvidence: Recommendation = recommend(close([9, 4.1, 2.2]), {
  policy: 'evidence',
})
export const manyContenders: Recommendation = recommend(
  Array.from({ length: 9 }, (_, place) =>
    seedsOf(
      `warmup ${place * 50}`,
      [0.24, 0.25, 0.26].map((loss) => loss + place / 5000),
    ),
  ).flat(),
)

const single = (losses: readonly number[], given: GivenRun = {}): Run[] =>
  losses.map((loss, place) =>
    runOf(`lr-${place + 1}e-4`, {
      loss,
      train: loss - 0.02,
      params: { lr: (place + 1) / 1e4 },
      ...given,
    }),
  )

export const unreplicated: Recommendation = recommend(single([0.2701, 0.2345, 0.3454]))

/** The numbers that people know of a gap that outweighs a fifth of the loss. */
export const byScore: Recommendation = recommend([
  runOf('a', { loss: 0.5, train: 0.3 }),
  runOf('b', { loss: 0.6, train: 0.58 }),
])

export const tooFewSeeds: Recommendation = recommend([
  ...seedsOf('lr-3e-4', [0.2345, 0.2401]),
  ...single([0.2701]),
])
export const identicalSeeds: Recommendation = recommend([
  ...seedsOf('lr-3e-4', [0.2345, 0.2345]),
  ...seedsOf('lr-1e-4', [0.2701, 0.2701]),
])
export const onlyRun: Recommendation = recommend(single([0.2345]))
export const oneConfiguration: Recommendation = recommend(
  seedsOf('lr-3e-4', [0.2345, 0.2311, 0.2379]),
)
export const tied: Recommendation = recommend(single([0.2345, 0.2345, 0.31]))
/** Of other values, and equal by a rule of the host's own. */
export const tiedByRule: Recommendation = recommend(single([0.3, 0.31]), {
  policy: function houseRule({ candidates }) {
    return candidates.map(({ run }) => ({ run, score: 1 }))
  },
})

/** The small gap wins the score, and the seeds say that it is worse. */
export const ruledOut: Recommendation = recommend([
  ...seedsOf('a', [0.5, 0.502, 0.498], { train: 0.3 }),
  ...seedsOf('b', [0.6, 0.602, 0.598], { train: 0.58 }),
])
export const ruledOutByTwo: Recommendation = recommend([
  ...seedsOf('a', [0.5, 0.502, 0.498], { train: 0.3 }),
  ...seedsOf('a2', [0.501, 0.503, 0.499], { train: 0.3 }),
  ...seedsOf('b', [0.6, 0.602, 0.598], { train: 0.58 }),
])

const bounds = { last: 0.24, min: 0.2345, count: 1000, basis: 'sampled' } as const
export const heldBackByBound: Recommendation = recommend([
  ...seedsOf('sampled', [0.2345, 0.2346, 0.2344], { metrics: { 'eval/loss': bounds } }).map(
    (run, place) =>
      runOf(run.id, {
        group: 'sampled',
        seed: String(place + 1),
        metrics: { 'eval/loss': { ...bounds, min: 0.2345 + place / 1e4 } },
      }),
  ),
  ...seedsOf('lr-1e-4', [0.2701, 0.2711, 0.2691]),
])
export const heldBackByEvaluations: Recommendation = recommend([
  ...seedsOf('every 10 steps', [0.2345, 0.2355, 0.235]).map((run, place) =>
    runOf(run.id, {
      group: 'every 10 steps',
      seed: String(place + 1),
      metrics: { 'eval/loss': { ...known(0.2345 + place / 1000), count: 200 } },
    }),
  ),
  ...seedsOf('every 100 steps', [0.2701, 0.2711, 0.2691]),
])

export const twoDatasets: Recommendation = recommend([
  ...single([0.5], { dataset: 'alpaca-cleaned' }),
  runOf('dolly', { loss: 0.4, dataset: 'dolly-15k' }),
])
export const twoTokenizers: Recommendation = recommend(
  ['llama-3', 'qwen-2.5', 'gemma-2'].map((tokenizer, place) =>
    runOf(tokenizer, {
      loss: 1 + place,
      params: { tokenizer, eval_split: place > 0 ? 'dev' : 'test' },
    }),
  ),
)

export const noRuns: Recommendation = recommend([])
export const onlyLive: Recommendation = recommend([
  runOf('one', { loss: 0.3, status: 'running' }),
  runOf('two', { status: 'queued' }),
])
export const onlyStopped: Recommendation = recommend([
  runOf('one', { loss: 0.3, status: 'failed' }),
])
export const onlyWithoutValue: Recommendation = recommend([runOf('one'), runOf('two')])
export const oneWithoutValue: Recommendation = recommend([runOf('one')])
export const noneForManyReasons: Recommendation = recommend([
  runOf('one', { status: 'running' }),
  runOf('two', { loss: 0.3, status: 'failed' }),
  runOf('three'),
])
export const someLeftOut: Recommendation = recommend([
  ...single([0.2701, 0.2345, 0.3454]),
  runOf('ahead already', { loss: 0.2101, status: 'running' }),
  runOf('failed', { loss: 0.3, status: 'failed' }),
  runOf('no evaluation'),
])

const accuracy: Objective = { metric: 'eval/accuracy', goal: 'max' }
export const maximised: Recommendation = recommend(
  [0.91, 0.92, 0.63].map((max, place) =>
    runOf(`run ${place + 1}`, { metrics: { 'eval/accuracy': known(max) } }),
  ),
  { objective: accuracy },
)
/** Log-likelihood losses: there is no percentage of what is below zero. */
export const negative: Recommendation = recommend([
  ...seedsOf('flow', [-1.5, -1.52, -1.48]),
  ...seedsOf('vae', [-1.2, -1.22, -1.18]),
])

const none: Policy = function nothingIsGoodEnough() {
  return []
}
export const policyWithoutPick: Recommendation = recommend(single([0.3, 0.4]), { policy: none })
export const ownPolicy: Recommendation = recommend(close([9, 4.1, 2.2]), {
  policy: function cheapFirst({ candidates }) {
    return candidates.map(({ run }) => ({ run, score: -(run.gpuHours ?? 0) }))
  },
})
export const bestValueRuledOut: Recommendation = recommend(
  [
    ...seedsOf('steady', [0.24, 0.241, 0.239, 0.24, 0.2405, 0.2395, 0.24, 0.24]),
    ...seedsOf('lucky', [0.238, ...Array.from({ length: 11 }, (_, place) => 0.3 + place / 1000)]),
  ],
  { policy: 'bestValue' },
)

export const hostileNames: Recommendation = recommend(
  [
    '<img src=x onerror="document.title = 1">',
    'عربي 12 نص',
    'user\u202e \u2066// admin\u2069',
    'x'.repeat(10_000),
  ].map((name, place) =>
    runOf(`id ${place}`, { name, loss: 0.2 + place / 100, dataset: '<b>d</b>' }),
  ),
)

/** More runs than anybody reads. */
export const many: Recommendation = recommend(
  Array.from({ length: 60 }, (_, place) => runOf(`sweep-${place}`, { loss: 0.2 + place / 100 })),
)

const [first, second, third] = unreplicated.scores.map(({ run }) => run) as [Run, Run, Run]

/** One of each code, in each of its forms. */
export const everyReason: readonly Reason[] = [
  { code: 'best-value', run: first, value: 0.2345 },
  {
    code: 'not-best-value',
    run: first,
    best: second,
    delta: { absolute: 0.1, percent: 20, severity: 'moderate' },
    because: 'smaller-gap',
  },
  {
    code: 'not-best-value',
    run: first,
    best: second,
    delta: { absolute: 0.1, percent: null, severity: 'none', reason: 'best-not-positive' },
    because: 'policy',
  },
  { code: 'gap', run: first, gap: 0.021, basis: 'at-best' },
  { code: 'gap', run: first, gap: 0.021, basis: 'last' },
  { code: 'eval-below-train', run: first, gap: -0.03 },
  { code: 'no-train-value', runs: [second] },
  { code: 'no-train-value', runs: [second, third] },
  { code: 'tied', runs: [second, third] },
  { code: 'only-run', run: first },
  { code: 'ruled-out', run: first, best: second },
  { code: 'cheaper-contender', run: second, gpuHours: 2.2, timesCheaper: 4.1 },
  { code: 'live-run-ahead', run: third, value: 0.2101 },
  { code: 'excluded', why: 'live', count: 1 },
  { code: 'excluded', why: 'not-completed', count: 2 },
  { code: 'excluded', why: 'no-value', count: 3 },
  { code: 'bound', basis: 'sampled', runs: [second] },
  { code: 'bound', basis: 'last-only', runs: [second, third] },
  { code: 'uneven-evaluations', most: first, fewest: second },
  { code: 'unequal-steps', run: first, steps: 2000, other: second, otherSteps: 812 },
  { code: 'identical-seeds' },
  { code: 'unknown-condition', field: 'tokenizer', missing: 2 },
  { code: 'different-models', models: ['Llama-3.1-8B', 'Qwen2.5-7B-Instruct'] },
  { code: 'guessed-goal' },
  { code: 'status-unknown', runs: [third] },
]
export const withEveryReason: Recommendation = { ...unreplicated, reasons: everyReason }

/** One lucky evaluation at step 100, and a run of good ones around step 700. */
export const smoothedChoice: Recommendation = recommend(
  [
    runOf('lucky once', {
      metrics: { 'eval/loss': { ...known(0.229), minStep: 100 } },
      best: { step: 100, epoch: 0.3, checkpointPath: 'outputs/lucky/checkpoint-100' },
    }),
  ],
  {
    series: new Map([
      [
        'lucky once',
        new Map([
          [
            'eval/loss',
            defineSeries(
              [0.229, 0.41, 0.36, 0.31, 0.27, 0.235, 0.231, 0.234, 0.25].map((value, place) => ({
                step: (place + 1) * 100,
                value,
              })),
            ),
          ],
        ]),
      ],
    ]),
  },
)
