import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../testdata/arbitraries.ts'
import { defineRun } from './defineRun.ts'
import { diffParams } from './diffParams.ts'

const withParams = (id: string, params: Record<string, unknown>) => defineRun({ id, params })

describe('diffParams', () => {
  it('tells 1e-7 from 5e-7, and not 1 from 1.0', () => {
    const { different, same } = diffParams([
      withParams('a', { lr: 1e-7, epochs: 1, warmup: '0.10', bf16: 'True' }),
      withParams('b', { lr: 5e-7, epochs: 1.0, warmup: 0.1, bf16: true }),
    ])
    expect(different.map((row) => row.name)).toEqual(['lr'])
    expect(same.map((row) => row.name)).toEqual(['bf16', 'epochs', 'warmup'])
  })

  it('keeps text apart from numbers where the host asks for it', () => {
    const given = [withParams('a', { lr: '0.10' }), withParams('b', { lr: 0.1 })]
    expect(diffParams(given, { readNumbers: false }).different).toHaveLength(1)
  })

  it('tells ids apart that are longer than a number is exact', () => {
    const given = ['20240501123456789012', '20240501123456789013'].map((commit, i) =>
      withParams(`${i}`, { commit, flops: ['1e30', 1e30][i] }),
    )
    const { different, same } = diffParams(given)
    expect(different.map((row) => row.name)).toEqual(['commit'])
    expect(same.map((row) => row.name)).toEqual(['flops'])
  })

  it('takes a parameter that one run lacks for different, and null for a value', () => {
    const { different, same } = diffParams([
      withParams('a', { lora: { r: 8 }, cap: null }),
      withParams('b', { cap: null }),
    ])
    expect(different).toEqual([{ name: 'lora.r', values: new Map([['a', 8]]) }])
    expect(same.map((row) => row.name)).toEqual(['cap'])
  })

  it('gives nothing for no runs and no difference for one', () => {
    expect(diffParams([])).toEqual({ different: [], same: [] })
    expect(diffParams([withParams('a', { lr: 1 })]).different).toEqual([])
  })

  it('lists every parameter exactly once, whatever the order of the runs', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const { different, same } = diffParams(given)
        const listed = [...different, ...same].map((row) => row.name).toSorted()
        const all = new Set(given.flatMap((run) => [...run.params.keys()]))
        expect(listed).toEqual([...all].toSorted())
        expect(diffParams(given.toReversed())).toEqual({ different, same })
      }),
    )
  })

  it('finds no difference between a run and itself', () => {
    fc.assert(
      fc.property(runs, (given) => {
        for (const run of given) {
          expect(diffParams([run, { ...run, id: `${run.id}'` }]).different).toEqual([])
        }
      }),
    )
  })
})
