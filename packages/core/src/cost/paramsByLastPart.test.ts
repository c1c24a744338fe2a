import { expect, it } from 'vitest'
import { paramsByLastPart } from './paramsByLastPart.ts'

it('finds a parameter by the last part of its name, however its words are joined', () => {
  const params = new Map([
    ['trainer.numNodes', 2],
    ['launch.nproc-per-node', 8],
    ['SEED', 1],
    ['batch_size', 4],
  ])
  const wanted = new Set(['seed', 'nproc_per_node', 'num_nodes', 'gpus'])
  expect(paramsByLastPart(params, wanted)).toEqual(
    new Map([
      ['seed', 1],
      ['nproc_per_node', 8],
      ['num_nodes', 2],
    ]),
  )
})

it('keeps the least nested of those that share a name, then the first, in whatever order', () => {
  const entries: [string, number][] = [
    ['a.b.gpus', 1],
    ['b.gpus', 2],
    ['a.gpus', 3],
    ['x.y.nodes', 4],
    ['nodes', 5],
  ]
  for (const given of [entries, entries.toReversed()]) {
    const params = paramsByLastPart(new Map(given), new Set(['gpus', 'nodes']))
    expect(params.get('gpus')).toBe(3)
    expect(params.get('nodes')).toBe(5)
  }
})

it('keeps a null, and has nothing for no parameters', () => {
  expect(paramsByLastPart(new Map([['gpus', null]]), new Set(['gpus'])).get('gpus')).toBeNull()
  expect(paramsByLastPart(new Map(), new Set(['gpus'])).size).toBe(0)
})
