import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricSeries } from '@runoff/core'
import { filesSource } from './filesSource.ts'
import { textFile } from './runFile.ts'

const state = JSON.stringify({
  global_step: 3,
  max_steps: 3,
  best_model_checkpoint: 'x/checkpoint-2',
  log_history: [
    { step: 1, epoch: 0.5, loss: 2 },
    { step: 2, epoch: 1, eval_loss: 1.5 },
    { step: 3, epoch: 1.5, train_runtime: 2 },
  ],
})

/** One file of each format, with names and values that are odd already. */
const samples: readonly (readonly [string, string])[] = [
  ['trainer_state.json', state.replace('1.5', 'NaN')],
  [
    'trainer_log.jsonl',
    '{"current_steps": 1, "total_steps": 2, "loss": 1.5, "lr": null}\n{"current_steps": 2, "total_steps": 2}\n',
  ],
  [
    'metrics.csv',
    'epoch,step,train_loss_step,val_loss,"a ""b"""\r\n0,1,2.5,,inf\r\n0,2,nan,1e999,3\r\n',
  ],
  ['long.csv', 'run;step;metric;value\nA;1;loss;2,5\n__proto__;1;__proto__;3\n'],
  [
    'metrics.jsonl',
    '{"step": 1, "loss": NaN, "__proto__": {"x": 2}}\n{"step": 2, "loss": -Infinity}\n',
  ],
  [
    'train.log',
    "{'loss': 2.5, 'epoch': 0.5}\n{'eval_loss': '1.5', 'epoch': '1.0'}\nTraceback (most recent call last):\n",
  ],
  ['history.json', '{"loss": [3, NaN, 2], "val_loss": [3, 2, 1], "__proto__": [1, 2, 3]}'],
  ['wandb.csv', 'Step,a - b - loss,a - b - loss__MIN,a - b - loss__MAX\n0,1,1,1\n1,nan,,\n'],
  [
    'journal.log',
    [
      '{"op_code": 0, "worker_id": "w", "study_name": "s", "directions": [1]}',
      '{"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": "2026-01-01T10:00:00"}',
      '{"op_code": 5, "worker_id": "w", "trial_id": 0, "param_name": "__proto__", "param_value_internal": 1, "distribution": "{}"}',
      '{"op_code": 7, "worker_id": "w", "trial_id": 0, "step": 1, "intermediate_value": NaN}\n',
    ].join('\n'),
  ],
  ['meta.yaml', 'run_id: a\nstatus: 3\nstart_time: 1700000000000\nname: &x y\n'],
  ['config.yaml', 'wandb_version: 1\na: &x [1, 2]\nlr:\n  value: *x\n? [1, 2]\n: 3\n'],
  ['config.json', '{"__proto__": {"polluted": true}, "args": {"lr": 1, "__proto__": 2}}'],
  ['all_results.json', '{"eval_loss": NaN, "__proto__": {"x": 1}}'],
]

const healthy = textFile('healthy/metrics.csv', 'step,loss\n1,3\n2,2\n')

/** What is wrong with the runs of one odd file and a healthy one. */
async function faultsOf(name: string, text: string): Promise<readonly string[]> {
  const source = filesSource({ files: [textFile(`odd/${name}`, text), healthy] })
  const { runs } = await source.listRuns({})
  const requests = runs.flatMap((run) =>
    Array.from(run.metrics.keys(), (metric) => ({ runId: run.id, metric })),
  )
  const results = await source.readSeries(requests)
  const other = runs.find((run) => run.id === 'healthy')?.metrics.get('train/loss')?.last
  return [
    ...(new Set(runs.map((run) => run.id)).size === runs.length ? [] : ['two runs have one id']),
    ...(other === 2 ? [] : ['the healthy run is not there']),
    ...results.flatMap(({ error }) => error?.message ?? []),
    ...results.flatMap(({ series }) => (rises(series) ? [] : ['the steps do not rise'])),
  ]
}

function rises(series: MetricSeries | null): boolean {
  const steps = [...(series?.steps ?? [])]
  return steps.every((step, i) => Number.isFinite(step) && step > (steps[i - 1] ?? -Infinity))
}

/** A text with a part of it taken out, and something else in its place. */
const damaged = (text: string): fc.Arbitrary<string> => {
  const place = fc.nat(text.length)
  const odd = fc.constantFrom(
    '',
    '"',
    '\n',
    ',',
    '\0',
    'NaN',
    '{',
    '}',
    '__proto__',
    '\uD800',
    '1e999',
  )
  return fc
    .tuple(place, fc.nat(12), fc.oneof(odd, fc.string()))
    .map(([at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length))
}

describe('filesSource over damaged files', () => {
  it.each(samples)('reads %s, wherever it is cut', async (name, text) => {
    const faults: string[] = []
    for (let end = 0; end <= text.length; end++) {
      faults.push(...(await faultsOf(name, text.slice(0, end))))
    }
    expect(faults).toEqual([])
  })

  it.each(samples)('reads %s, whatever is put into it', async (name, text) => {
    const isSound = fc.asyncProperty(damaged(text), async (other) => {
      expect(await faultsOf(name, other)).toEqual([])
    })
    await fc.assert(isSound, { numRuns: 200 })
  })

  it('leaves every prototype as it was', async () => {
    const before = Reflect.ownKeys(Object.prototype)
    await Promise.all(samples.map(([name, text]) => faultsOf(name, text)))
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it('keeps what was logged under the name __proto__', async () => {
    const files = [textFile('a/m.jsonl', '{"step": 1, "loss": 1, "__proto__": 7}\n')]
    const source = filesSource({ files })
    const [result] = await source.readSeries([{ runId: 'a', metric: '__proto__' }])
    expect([...(result?.series?.values ?? [])]).toEqual([7])
  })

  it('shows every healthy run of a hundred beside each damaged one', async () => {
    const files = Array.from({ length: 100 }, (_, i) =>
      textFile(`${i}/metrics.csv`, i % 10 === 0 ? 'step,loss' : 'step,loss\n1,3\n'),
    )
    const { runs, notices } = await filesSource({ files }).listRuns({})
    expect([runs.length, notices?.length]).toEqual([90, 10])
  })

  it('reads small YAML that would grow without end no further than it may', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => {
      const last = String.fromCharCode(96 + i)
      return `${String.fromCharCode(97 + i)}: &${String.fromCharCode(97 + i)} [${i === 0 ? 'x' : Array(9).fill(`*${last}`).join(', ')}]`
    })
    const bomb = textFile('a/config.yaml', lines.join('\n'))
    const { notices } = await filesSource({ files: [bomb, healthy] }).listRuns({})
    expect(notices).toMatchObject([{ code: 'unreadable-file', path: 'a/config.yaml' }])
  })

  it('reads settings that are nested without end', async () => {
    const deep = textFile('a/config.json', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)
    const { runs } = await filesSource({ files: [deep, healthy] }).listRuns({})
    expect(runs).toHaveLength(1)
  })
})
