import { describe, expect, it } from 'vitest'
import type { Objective, Run } from '../run/run.ts'
import { estimateRuns } from './estimate.ts'
import { judgeRuns, type JudgeOptions } from './judgeRuns.ts'
import { curveOf, known, runOf, seedsOf } from './testdata/runs.ts'
import type { Verdict } from './verdict.ts'

const loss: Objective = { metric: 'eval/loss', goal: 'min' }

const judge = (runs: readonly Run[], options?: JudgeOptions): Verdict =>
  judgeRuns(estimateRuns(runs, loss), loss, options)

const near = seedsOf('near', [0.5, 0.51, 0.49])
const far = seedsOf('far', [0.8, 0.81, 0.79])
const alsoNear = seedsOf('also', [0.505, 0.515, 0.495])

describe('judgeRuns', () => {
  it('calls a configuration that beats every other beyond chance a clear winner', () => {
    const verdict = judge([...far, ...near])
    if (verdict.kind !== 'clear-winner') throw new Error(verdict.kind)
    expect(verdict.run.id).toBe('near-3')
    expect(verdict.group).toMatchObject({ name: 'near', n: 3, severity: 'none', isContender: true })
    expect(verdict.runnerUp).toMatchObject({ name: 'far', severity: 'severe', isContender: false })
    expect(verdict.difference).toBeCloseTo(0.3, 12)
    // sd of a seed 0.01; standard error 0.01 sqrt(2/3)
    expect(verdict.marginInNoise).toBeCloseTo(0.3 / (0.01 * Math.sqrt(2 / 3)), 9)
    // scipy: studentized_range.ppf(.975, 2, 4) = 4.943...; half of it times sqrt 2 times the error
    const [low, high] = verdict.interval
    expect((low + high) / 2).toBeCloseTo(0.3, 12)
    // Two groups: the t of .9875 with 4 degrees of freedom, 3.49540593 by scipy.
    expect((high - low) / 2).toBeCloseTo(3.49540593 * 0.01 * Math.sqrt(2 / 3), 7)
    expect(verdict.evidence).toMatchObject({ level: 0.975, looks: 1, method: 'games-howell' })
    expect(verdict.evidence.minimumEffect).toBeCloseTo(0.01, 12)
    expect(verdict.evidence.noise).toMatchObject({ df: 4, groups: 2 })
  })

  it('calls those that cannot be told apart contenders, and counts the seeds that would tell', () => {
    const verdict = judge([...near, ...alsoNear, ...far])
    // 0.005 is half a spread of a seed: 64 seeds each by statsmodels.
    expect(verdict).toMatchObject({
      kind: 'contenders',
      runs: [{ group: 'near' }, { group: 'also' }],
      cheapest: null,
      seedsNeeded: 64,
      heldBackBy: null,
    })
    expect(verdict.evidence.groups.map(({ isContender }) => isContender)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('counts no seeds for a difference that is none, or too small to matter', () => {
    const same = judge([...near, ...seedsOf('same', [0.5, 0.51, 0.49])])
    expect(same).toMatchObject({ kind: 'contenders', seedsNeeded: null })
    const tiny = judge([...near, ...seedsOf('tiny', [0.5001, 0.51, 0.49])])
    expect(tiny).toMatchObject({ kind: 'contenders', seedsNeeded: null })
  })

  it('tells the cheapest only where all contenders tell their hours', () => {
    const at = (runs: readonly Run[], gpuHours: number): Run[] =>
      runs.map((run) => ({ ...run, gpuHours }))
    expect(judge([...at(near, 3), ...at(alsoNear, 2), ...far])).toMatchObject({
      cheapest: { group: 'also' },
      runs: [{ group: 'also' }, { group: 'near' }],
    })
    expect(judge([...at(near, 3), ...alsoNear])).toMatchObject({ cheapest: null })
  })

  it('has no claim for a winner that is only a bound', () => {
    for (const basis of ['sampled', 'last-only'] as const) {
      const bounded = near.map((run) => ({
        ...run,
        metrics: new Map([['eval/loss', { ...run.metrics.get('eval/loss')!, basis }]]),
      }))
      const verdict = judge([...bounded, ...far])
      expect(verdict).toMatchObject({
        kind: 'contenders',
        heldBackBy: 'bound',
        seedsNeeded: null,
      })
      expect(verdict.evidence.groups[0]).toMatchObject({ basis, isContender: true })
    }
  })

  it('does not rule out a rival of which only a bound is known', () => {
    const bounded = far.map((run, place) =>
      place > 0
        ? run
        : runOf(run.id, {
            group: 'far',
            seed: '1',
            metrics: { 'eval/loss': { ...known(0.8), basis: 'sampled' } },
          }),
    )
    const clear = seedsOf('worst', [2, 2.01, 1.99])
    const verdict = judge([...near, ...bounded, ...clear])
    expect(verdict).toMatchObject({ kind: 'contenders', heldBackBy: 'bound' })
    expect(
      verdict.evidence.groups.map((each) => [each.name, each.isContender, each.severity]),
    ).toEqual([
      ['near', true, 'none'],
      ['far', true, 'none'],
      ['worst', false, 'severe'],
    ])
  })

  it('keeps only the next best open beside a winner that is a bound', () => {
    const bounded = near.map((run) =>
      runOf(run.id, {
        group: 'near',
        metrics: { 'eval/loss': { ...known(0.5), basis: 'sampled' } },
      }),
    )
    const verdict = judge([...bounded, ...far, ...seedsOf('worst', [2, 2.01, 1.99])])
    expect(verdict.evidence.groups.map(({ isContender }) => isContender)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('takes the best that a tracker summarised for what it is', () => {
    const summed = near.map((run) =>
      runOf(run.id, {
        group: 'near',
        metrics: { 'eval/loss': { min: run.metrics.get('eval/loss')?.min ?? null } },
      }),
    )
    expect(judge([...summed, ...far]).kind).toBe('clear-winner')
  })

  it('claims nothing for a winner that was evaluated one and a half times as often', () => {
    const counted = (runs: readonly Run[], count: number, lastStep: number | null = null): Run[] =>
      runs.map((run) =>
        runOf(run.id, {
          group: run.group,
          metrics: {
            'eval/loss': { ...known(run.metrics.get('eval/loss')?.min ?? 0), count, lastStep },
          },
        }),
      )
    const heldBack = (most: Run[], fewest: Run[]): unknown => {
      const verdict = judge([...most, ...fewest])
      return verdict.kind === 'contenders' ? verdict.heldBackBy : verdict.kind
    }
    expect(heldBack(counted(near, 15), counted(far, 10))).toBe('evaluations')
    expect(heldBack(counted(near, 14), counted(far, 10))).toBe('clear-winner')
    expect(heldBack(counted(near, 10), counted(far, 40))).toBe('clear-winner')
    // As often for every step: the longer training is what was paid for.
    expect(heldBack(counted(near, 20, 2000), counted(far, 10, 1000))).toBe('clear-winner')
    expect(heldBack(counted(near, 20, 1000), counted(far, 10, 1000))).toBe('evaluations')
    // Of some the steps are not known: evaluations alone are compared.
    expect(heldBack(counted(near, 20, 2000), counted(far, 10))).toBe('evaluations')
  })

  it('judges smoothed values of evenly many evaluations without that doubt', () => {
    const values = [0.9, 0.7, 0.6, 0.55, 0.5, 0.5, 0.5, 0.55, 0.6, 0.6, 0.6]
    const series = new Map(
      [...near, ...far].map((run, i) => {
        const shift = run.group === 'far' ? 0.3 : 0
        const noisy = values.map((value, k) => value + shift + 0.004 * Math.sin(7 * i + k))
        const dense = run.group === 'near' ? noisy.flatMap((value) => [value, value]) : noisy
        return [run.id, new Map([['eval/loss', curveOf(dense, run.group === 'near' ? 5 : 10)]])]
      }),
    )
    const runs = [...near, ...far].map((run) =>
      runOf(run.id, {
        group: run.group,
        metrics: {
          'eval/loss': { ...known(0.5), count: run.group === 'near' ? 22 : 11, lastStep: 110 },
        },
      }),
    )
    const estimates = estimateRuns(runs, loss, series)
    expect([...estimates.values()].map(({ method }) => method)).toEqual(Array(6).fill('smoothed'))
    expect(judgeRuns(estimates, loss).kind).toBe('clear-winner')
  })

  it('asks for a stronger proof with each look and by a stricter level', () => {
    // The p of these two lies between .025 / 50 and .025.
    const close = seedsOf('close', [0.535, 0.545, 0.54])
    expect(judge([...near, ...close]).kind).toBe('clear-winner')
    const looked = judge([...near, ...close], { looks: 50 })
    expect(looked).toMatchObject({ kind: 'contenders', evidence: { looks: 50 } })
    expect(looked.evidence.level).toBeCloseTo(1 - 0.025 / 50, 12)
    expect(judge([...near, ...close], { level: 0.9999 }).kind).toBe('contenders')
    expect(judge([...near, ...alsoNear], { level: 0.01 }).kind).toBe('clear-winner')
  })

  it('calls it unreplicated where fewer than two seeds are beyond the first of their kind', () => {
    const single = [runOf('a', { loss: 3 }), runOf('b', { loss: 1 }), runOf('c', { loss: 2 })]
    const verdict = judge(single)
    expect(verdict).toMatchObject({
      kind: 'unreplicated',
      ranking: [{ id: 'b' }, { id: 'c' }, { id: 'a' }],
      advice: 'add-seeds',
      evidence: { noise: null, method: 'none', minimumEffect: null },
    })
    expect(verdict.evidence.groups[2]).toMatchObject({
      behind: 2,
      behindInNoise: null,
      sd: null,
      isContender: true,
      severity: 'none',
    })
    expect(judge([...near.slice(0, 2), ...single]).kind).toBe('unreplicated')
    expect(judge([...near, ...single]).kind).not.toBe('unreplicated')
  })

  it('calls seeds that agree to the last digit unreplicated: copies show no chance', () => {
    expect(judge([...seedsOf('a', [1, 1, 1]), ...seedsOf('b', [2, 2, 2])]).kind).toBe(
      'unreplicated',
    )
  })

  it('calls the seeds of a single configuration contenders', () => {
    expect(judge(near)).toMatchObject({
      kind: 'contenders',
      runs: [{ id: 'near-3' }, { id: 'near-1' }, { id: 'near-2' }],
      seedsNeeded: null,
      cheapest: null,
    })
    expect(judge(near.slice(0, 1))).toMatchObject({ kind: 'unreplicated', optimismOfTop: null })
  })

  it('takes the mean of a seed that was run twice', () => {
    const twice = [...near, runOf('near-1b', { loss: 0.6, group: 'near', seed: '1' })]
    const { groups } = judge([...twice, ...far]).evidence
    expect(groups[0]).toMatchObject({ name: 'near', n: 3 })
    expect(groups[0]?.mean).toBeCloseTo((0.55 + 0.51 + 0.49) / 3, 12)
  })

  it('takes the smallest difference that matters from the host, and 0 for none', () => {
    const severityOf = (minimumEffect: number): unknown =>
      judge([...near, ...far], { minimumEffect }).evidence.groups[1]?.severity
    expect(severityOf(0)).toBe('severe')
    expect(severityOf(0.0999)).toBe('severe')
    expect(severityOf(0.2)).toBe('moderate')
    expect(severityOf(0.5)).toBe('slight')
  })

  it.each([
    { level: 0 },
    { level: 1 },
    { level: NaN },
    { minimumEffect: -1 },
    { minimumEffect: NaN },
    { minimumEffect: Infinity },
    { looks: 0 },
    { looks: 1.5 },
  ])('refuses %j', (options) => {
    expect(() => judge(near, options)).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })

  it('is the other way round where higher is better', () => {
    const objective: Objective = { metric: 'eval/loss', goal: 'max' }
    const verdict = judgeRuns(estimateRuns([...near, ...far], objective), objective)
    expect(verdict).toMatchObject({ kind: 'clear-winner', run: { id: 'far-2' } })
    expect(verdict.kind === 'clear-winner' && verdict.difference).toBeCloseTo(0.3, 12)
  })
})
