import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../run/run.ts'
import { configurationsOf, type ConfigurationOf } from './configurations.ts'
import { runOf, seedsOf } from './testdata/runs.ts'

const idsOf = (runs: readonly Run[], configurationOf?: ConfigurationOf): string[][] =>
  configurationsOf(runs, { configurationOf }).map((each) => each.runs.map(({ id }) => id))

describe('configurationsOf', () => {
  it('leaves runs alone of which neither group nor seed is known, equal as they may be', () => {
    expect(idsOf([])).toEqual([])
    expect(idsOf([runOf('b'), runOf('a')])).toEqual([['a'], ['b']])
  })

  it('takes a group for the seeds of one configuration', () => {
    const runs = [...seedsOf('y', [1, 2]), ...seedsOf('x', [1, 2])]
    expect(idsOf(runs)).toEqual([
      ['x-1', 'x-2'],
      ['y-1', 'y-2'],
    ])
    expect(configurationsOf(runs).map(({ name }) => name)).toEqual(['x', 'y'])
  })

  it('takes every run of a group without seeds for a replicate', () => {
    const runs = ['a', 'b'].map((id) => runOf(id, { group: 'g' }))
    expect(configurationsOf(runs)[0]?.replicates).toHaveLength(2)
  })

  it('takes the same seed run twice for one replicate', () => {
    const runs = ['1', '1', '2'].map((seed, i) => runOf(`r${i}`, { group: 'g', seed }))
    const [only] = configurationsOf(runs)
    expect(only?.replicates.map((same) => same.map(({ id }) => id))).toEqual([['r0', 'r1'], ['r2']])
  })

  it('divides a group that holds a sweep, whatever it was called', () => {
    const runs = [0.1, 0.1, 0.2].map((lr, i) =>
      runOf(`r${i}`, {
        group: 'sweep',
        seed: `${i}`,
        params: { lr, seed: i, output_dir: `o${i}` },
      }),
    )
    expect(idsOf(runs)).toEqual([['r0', 'r1'], ['r2']])
  })

  it('divides by model and dataset', () => {
    const one = { group: 'g', seed: '1' }
    expect(idsOf([runOf('a', { ...one, model: 'x' }), runOf('b', { ...one, model: 'y' })])).toEqual(
      [['a'], ['b']],
    )
    expect(
      idsOf([runOf('a', { ...one, dataset: 'x' }), runOf('b', { ...one, dataset: 'y' })]),
    ).toEqual([['a'], ['b']])
  })

  it('finds seeds without a group by what else is known, and names them after the first', () => {
    const runs = ['3', '1'].map((seed, i) =>
      runOf(`r${i}`, { name: `run ${i}`, seed, params: { lr: i === 0 ? '0.10' : 0.1 } }),
    )
    expect(idsOf(runs)).toEqual([['r0', 'r1']])
    expect(configurationsOf(runs)[0]?.name).toBe('run 0')
    expect(configurationsOf(runs.slice(0, 1))[0]?.name).toBe('run 0')
  })

  it('compares lists and objects that were logged as JSON by what they hold', () => {
    const texts = ['{"r":8,"betas":[0.9,1]}', '{ "betas": [0.90, 1.0], "r": 8 }']
    const others = ['{"r":8,"betas":[1,0.9]}', '{"r":8,"betas":[0.9,1e999]}', '{"r":8,"betas":"?"}']
    const runs = [...texts, ...others].map((lora, i) =>
      runOf(`r${i}`, { seed: `${i}`, params: { lora } }),
    )
    expect(idsOf(runs)).toEqual([['r0', 'r1'], ['r2'], ['r3'], ['r4']])
  })

  it('does not guess where a seed repeats: what tells those runs apart was not recorded', () => {
    const runs = ['1', '2', '1'].map((seed, i) => runOf(`r${i}`, { seed, params: { lr: 1 } }))
    expect(idsOf(runs)).toEqual([['r0'], ['r1'], ['r2']])
    expect(new Set(configurationsOf(runs).map(({ key }) => key)).size).toBe(3)
  })

  it('asks the host first, and repeated seeds are then one replicate', () => {
    const runs = ['a', 'b', 'c'].map((id) => runOf(id, { seed: '1', params: { lr: id } }))
    const byHost = (run: Run): string | null => (run.id === 'c' ? null : 'ours')
    expect(idsOf(runs, byHost)).toEqual([['a', 'b'], ['c']])
    expect(configurationsOf(runs, { configurationOf: byHost })[0]?.replicates).toHaveLength(1)
  })

  it('counts a parameter that only some runs have', () => {
    const runs = [
      runOf('a', { group: 'g', seed: '1', params: { lr: 1 } }),
      runOf('b', { group: 'g', seed: '2', params: { lr: 1, warmup: 5 } }),
      runOf('c', { group: 'g', seed: '3', params: { lr: 1 } }),
    ]
    expect(idsOf(runs)).toEqual([['a', 'c'], ['b']])
  })

  it('holds each run once, in any order of the runs', () => {
    const given = fc.array(
      fc.record({
        group: fc.option(fc.constantFrom('g', 'h')),
        seed: fc.option(fc.constantFrom('1', '2', '3')),
        lr: fc.constantFrom(1, 2),
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(given, (all) => {
        const runs = all.map(({ lr, ...rest }, i) => runOf(`r${i}`, { ...rest, params: { lr } }))
        const found = configurationsOf(runs)
        expect(found.flatMap((each) => each.runs).length).toBe(runs.length)
        for (const each of found) expect(each.replicates.flat().length).toBe(each.runs.length)
        expect(configurationsOf(runs.toReversed())).toEqual(found)
      }),
    )
  })
})
