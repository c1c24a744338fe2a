import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs as anyRuns } from '../testdata/arbitraries.ts'
import { defineRun, type RunInput } from './defineRun.ts'
import { nameRuns } from './nameRuns.ts'

const labels = (...inputs: RunInput[]): string[] =>
  Array.from(nameRuns(inputs.map(defineRun)).values(), ({ text }) => text)

describe('nameRuns', () => {
  it('names the runs of a sweep by the parts of their names that differ', () => {
    expect(
      labels(
        { id: '1', name: 'llama-lr3e-3-seed2' },
        { id: '2', name: 'llama-lr3e-3-seed3' },
        { id: '3', name: 'llama-lr1e-3-seed2' },
      ),
    ).toEqual(['lr3e-3-seed2', 'lr3e-3-seed3', 'lr1e-3-seed2'])
  })

  it('leaves names that are short already', () => {
    expect(labels({ name: 'sft-seed1' }, { name: 'sft-seed2' })).toEqual(['sft-seed1', 'sft-seed2'])
  })

  it('tells runs of one name apart by the fewest parameters', () => {
    const run = (id: string, lr: unknown, seed: number): RunInput => ({
      id,
      name: 'sft',
      params: { learning_rate: lr, epochs: Number(id), seed, output_dir: `out/${id}` },
    })
    expect(labels(run('1', 3e-4, 1), run('2', 3e-4, 1))).toEqual(['epochs 1', 'epochs 2'])
    const sweep = (id: string, lr: number, seed: number): RunInput => ({
      id,
      name: 'sft',
      seed,
      params: { learning_rate: lr, output_dir: `out/${id}` },
    })
    expect(
      labels(sweep('a', 3e-4, 1), sweep('b', 3e-4, 2), sweep('c', 1e-4, 1), sweep('d', 1e-4, 2)),
    ).toEqual(['lr 3e-4 · seed 1', 'lr 3e-4 · seed 2', 'lr 1e-4 · seed 1', 'lr 1e-4 · seed 2'])
    expect(labels(sweep('a', 3e-4, 1), sweep('b', 1e-4, 1), { name: 'dpo' })).toEqual([
      'sft · lr 3e-4',
      'sft · lr 1e-4',
      'dpo',
    ])
  })

  it('falls back to the id where nothing else differs', () => {
    expect(labels({ id: 'a', name: 'x' }, { id: 'b', name: 'x' }, { id: 'c', name: 'y' })).toEqual([
      'x · a',
      'x · b',
      'y',
    ])
    expect(labels({ id: 'a', name: ' ' }, { id: 'b', name: 'a' })).toEqual(['a', 'b'])
    expect(labels()).toEqual([])
  })

  it('gives each run a label of its own, whatever the order of the runs', () => {
    const sameNames = fc
      .tuple(
        anyRuns,
        fc.array(fc.constantFrom('a', 'a · b', 'sft-1', '', 'x'.repeat(20)), { minLength: 12 }),
      )
      .map(([runs, names]) => runs.map((run, i) => ({ ...run, name: names[i] ?? '' })))
    fc.assert(
      fc.property(fc.oneof(anyRuns, sameNames), (runs) => {
        const named = nameRuns(runs)
        expect([...named.keys()].toSorted()).toEqual(runs.map(({ id }) => id).toSorted())
        expect(new Set(Array.from(named.values(), ({ text }) => text)).size).toBe(runs.length)
        expect(nameRuns(runs.toReversed())).toEqual(named)
      }),
    )
  })
})
