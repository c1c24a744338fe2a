import { cleanup, renderHook, waitFor } from '@testing-library/react'
import {
  defineRun,
  defineSeries,
  recommend,
  type MetricSeries,
  type Policy,
  type RecommendOptions,
  type Run,
} from '@runoff/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { thrownBy } from '../testdata/thrownBy.ts'
import { useRecommendation } from './useRecommendation.ts'
import { useVerdict } from './useVerdict.ts'

afterEach(cleanup)

const run = (id: string, loss: number, more: object = {}): Run => {
  const known = { last: loss, min: loss, max: loss, count: 1, basis: 'full' } as const
  return defineRun({ id, status: 'completed', metrics: { 'eval/loss': known }, ...more })
}

/** Two configurations of three seeds each, far apart. */
const seeds = (): readonly Run[] =>
  [0.5, 0.51, 0.49, 0.7, 0.71, 0.69].map((loss, i) =>
    run(`r${i}`, loss, { seed: String(i % 3), group: i < 3 ? 'a' : 'b' }),
  )

const curve = (values: readonly number[]): MetricSeries =>
  defineSeries(values.map((value, i) => ({ step: i + 1, value })))

const seriesOf = (runs: readonly Run[], values: readonly number[]) =>
  new Map(runs.map(({ id }) => [id, new Map([['eval/loss', curve(values)]])]))

/** More than are judged during render. */
const many = (count: number): Run[] =>
  Array.from({ length: count }, (_, i) => run(`many-${String(i).padStart(4, '0')}`, 2 - i / 1000))

describe('useRecommendation', () => {
  it('is what core recommends of the runs', () => {
    const runs = seeds()
    const { result } = renderHook(() => useRecommendation(runs))
    expect(result.current).toEqual(recommend(runs))
    expect(result.current?.run?.id).toBe('r2')
    expect(result.current?.verdict.kind).toBe('clear-winner')
  })

  it('is there at once of 300 runs, and of more as soon as idle slices have brought it', async () => {
    const few = many(300)
    const { result, rerender } = renderHook(({ runs }) => useRecommendation(runs), {
      initialProps: { runs: few },
    })
    const before = result.current
    expect(before).toEqual(recommend(few))
    const more = many(301)
    rerender({ runs: more })
    await waitFor(() => expect(result.current).toEqual(recommend(more)))
    const held = result.current
    rerender({ runs: many(302) })
    expect(result.current).toBe(held)
    await waitFor(() => expect(result.current?.run?.id).toBe('many-0301'))
    rerender({ runs: few })
    expect(result.current?.run?.id).toBe('many-0299')
  })

  it('has no answer to many before the first', () => {
    const runs = many(301)
    const { result } = renderHook(() => useRecommendation(runs))
    expect(result.current).toBeNull()
  })

  it('throws what a policy throws', () => {
    const policy: Policy = () => {
      throw new Error('no policy')
    }
    const few = many(3)
    expect(() => renderHook(() => useRecommendation(few, { policy }))).toThrow('no policy')
  })

  it('recommends nothing of no runs', () => {
    const { result } = renderHook(() => useRecommendation([]))
    expect(result.current).toMatchObject({ run: null, score: null, others: [] })
  })

  it('follows the objective, the policy and the looks', () => {
    const runs = seeds()
    const { result, rerender } = renderHook(
      ({ options }: { readonly options: RecommendOptions }) => useRecommendation(runs, options),
      { initialProps: { options: {} } },
    )
    expect(result.current?.policy).toBe('composite')
    rerender({ options: { objective: { metric: 'eval/loss', goal: 'max' } } })
    expect(result.current?.run?.id).toBe('r4')
    rerender({ options: { policy: 'evidence' } })
    expect(result.current?.policy).toBe('evidence')
    rerender({ options: { looks: 7 } })
    expect(result.current?.verdict.evidence.looks).toBe(7)
    rerender({ options: { minimumEffect: 0.25 } })
    expect(result.current?.verdict.evidence.minimumEffect).toBe(0.25)
  })

  it('keeps its identity where runs and options are written anew', () => {
    const { result, rerender } = renderHook(() => {
      const runs = seeds()
      return useRecommendation(runs, {
        objective: { metric: 'eval/loss', goal: 'min' },
        series: seriesOf(runs, [3, 2, 1, NaN, 1, 1]),
        conditions: (each) => new Map([['tokenizer', each.model]]),
        configuration: (each) => each.group,
        looks: 1,
      })
    })
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })

  it('is another one once a run says something else', () => {
    const runs = seeds()
    const { result, rerender } = renderHook(({ runs }) => useRecommendation(runs), {
      initialProps: { runs },
    })
    const before = result.current
    rerender({ runs: [...runs, run('best', 0.01)] })
    expect(result.current).not.toBe(before)
    expect(result.current?.run?.id).toBe('best')
  })

  it('follows series that grow, and keeps its identity where other runs are shown', () => {
    const runs = seeds()
    const all = seriesOf(runs, [3, 2, 1, 1, 1])
    const { result, rerender } = renderHook(({ series }) => useRecommendation(runs, { series }), {
      initialProps: { series: all },
    })
    const before = result.current
    expect(before?.checkpoint?.smoothed).not.toBeNull()
    rerender({ series: seriesOf(runs, [3, 2, 1, 1, 1]) })
    expect(result.current).toBe(before)
    rerender({ series: new Map(all).set('r2', new Map([['eval/loss', curve([3, 1])]])) })
    expect(result.current).not.toBe(before)
    expect(result.current?.checkpoint?.smoothed).toBeNull()
  })

  it('asks a policy of the host again only where it is another function', () => {
    const runs = seeds()
    const first: Policy = ({ candidates }) =>
      candidates.map((each) => ({ run: each.run, score: each.run.id === 'r5' ? 1 : 0 }))
    const policy = vi.fn<Policy>(first)
    const asked: Policy = policy
    const { result, rerender } = renderHook(
      ({ policy }: { readonly policy: Policy }) => useRecommendation(runs, { policy }),
      { initialProps: { policy: asked } },
    )
    expect(result.current?.run?.id).toBe('r5')
    const calls = policy.mock.calls.length
    rerender({ policy: asked })
    expect(policy.mock.calls.length).toBe(calls)
    rerender({ policy: ({ candidates }) => candidates.slice(0, 1) })
    expect(result.current?.run?.id).toBe('r0')
  })

  it('bears a policy that is written in render', () => {
    const runs = seeds()
    const { result, rerender } = renderHook(() =>
      useRecommendation(runs, { policy: ({ candidates }) => candidates.slice(1, 2) }),
    )
    rerender()
    expect(result.current?.run?.id).toBe('r1')
  })

  it('throws for an option that cannot be', () => {
    const error = thrownBy(() => renderHook(() => useRecommendation(seeds(), { looks: 0 })))
    expect(error).toMatchObject({ code: 'bad-option' })
  })
})

describe('useVerdict', () => {
  it('is the verdict beside the recommendation', () => {
    const { result } = renderHook(
      () => [useVerdict(seeds()), useRecommendation(seeds())?.verdict] as const,
    )
    expect(result.current[0]?.kind).toBe('clear-winner')
    expect(result.current[0]).toEqual(result.current[1])
  })

  it('follows functions by what they say of the runs, not by which they are', () => {
    const runs = seeds()
    const { result, rerender } = renderHook(
      ({ names, isOne }: { readonly names: readonly string[]; readonly isOne: boolean }) =>
        useVerdict(runs, {
          conditions: ({ id }) => new Map([['tokenizer', names[id === 'r0' ? 0 : 1] ?? null]]),
          ...(isOne ? { configuration: () => 'all' } : {}),
        }),
      { initialProps: { names: ['bpe', 'bpe'], isOne: false } },
    )
    const before = result.current
    expect(before?.kind).toBe('clear-winner')
    rerender({ names: ['bpe', 'bpe'], isOne: false })
    expect(result.current).toBe(before)
    rerender({ names: ['bpe', 'unigram'], isOne: false })
    expect(result.current).toMatchObject({
      kind: 'not-comparable',
      reasons: [{ field: 'tokenizer', values: ['bpe', 'unigram'] }],
    })
    rerender({ names: ['bpe', 'bpe'], isOne: false })
    expect(result.current?.evidence.groups).toHaveLength(2)
    rerender({ names: ['bpe', 'bpe'], isOne: true })
    expect(result.current?.evidence.groups).toHaveLength(1)
  })

  it('keeps its identity where runs and options are written anew, and follows them', () => {
    const { result, rerender } = renderHook(
      ({ looks }) =>
        useVerdict(seeds(), { objective: { metric: 'eval/loss', goal: 'min' }, looks }),
      { initialProps: { looks: 1 } },
    )
    const before = result.current
    rerender({ looks: 1 })
    expect(result.current).toBe(before)
    rerender({ looks: 3 })
    expect(result.current?.evidence.looks).toBe(3)
  })
})
