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
    expect(same.map((row) => row.name)).toEqual(['epochs', 'bf16', 'warmup'])
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
    expect(different).toMatchObject([{ name: 'lora.r', values: new Map([['a', 8]]) }])
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
        const listed = [...different, ...same].flatMap((row) => row.names).toSorted()
        const all = new Set(given.flatMap((run) => [...run.params.keys()]))
        expect(listed).toEqual([...all].toSorted())
        expect(diffParams(given.toReversed())).toEqual({ different, same })
      }),
    )
  })

  it('compares lists and objects that are kept as text by what they hold', () => {
    const { different, same } = diffParams([
      withParams('a', { betas: '[0.9, 0.95]', targets: ['q', 'v'], ds: '{"a":1,"b":[]}' }),
      withParams('b', { betas: '[0.9,0.950]', targets: ['v', 'q'], ds: '{ "b": [], "a": 1.0 }' }),
    ])
    expect(different.map((row) => row.name)).toEqual(['targets'])
    expect(same.map((row) => row.name)).toEqual(['betas', 'ds.a', 'ds.b'])
  })

  it('takes apart what is an object in each run, and nothing else', () => {
    const names = (...configs: unknown[]): string[] => {
      const { different, same } = diffParams(configs.map((c, i) => withParams(`${i}`, { c })))
      return [...different, ...same].map((row) => row.name)
    }
    expect(names('{"lora":{"r":8}}', '{"lora":{"r":16}}')).toEqual(['c.lora.r'])
    expect(names('{"r":8}', 'none')).toEqual(['c'])
    expect(names('{"r":8,"x":{}}', '{"r":8}')).toEqual(['c'])
    expect(names('{"r":', '{}', '[1]')).toEqual(['c'])
    expect(names(`${'['.repeat(500)}${']'.repeat(500)}`, '[')).toEqual(['c'])
  })

  it('keeps apart what reading the text as JSON would round', () => {
    const ids = ['{"id":20240501123456789012}', '{"id":20240501123456789013}']
    const given = ids.map((config, i) => withParams(`${i}`, { config }))
    expect(diffParams(given).different).toHaveLength(1)
    const exact = ['[0.30000000000000004]', '[0.3]'].map((x, i) => withParams(`${i}`, { x }))
    expect(diffParams(exact).different).toHaveLength(1)
    expect(
      diffParams([withParams('a', { x: 0.3 }), withParams('b', { x: 0.1 + 0.2 })]).different,
    ).toHaveLength(1)
  })

  it('keeps apart numbers that JSON spells and cannot write', () => {
    const texts = ['[1e999]', '[-1e999]', '[null]', '["Infinity"]']
    for (const [i, text] of texts.entries()) {
      for (const other of texts.slice(i + 1)) {
        const given = [withParams('a', { x: text }), withParams('b', { x: other })]
        expect(diffParams(given).different).toHaveLength(1)
      }
    }
    const zeros = ['[0]', '[-0]', '[0.0]'].map((x, i) => withParams(`${i}`, { x }))
    expect(diffParams(zeros).different).toEqual([])
  })

  it('puts the well-known fields first and bookkeeping last, whatever the spelling', () => {
    const params = {
      adam_eps: 1,
      output_dir: 'a',
      'trainer.numGpus': 8,
      'optimizer.weight_decay': 0.1,
      'Learning-Rate': 1,
      'lora.r': 8,
      data_seed: 1,
    }
    const { same } = diffParams([withParams('a', params)])
    expect(same.map((row) => [row.name, row.field, row.isBookkeeping])).toEqual([
      ['Learning-Rate', 'learningRate', false],
      ['trainer.numGpus', 'gpus', false],
      ['optimizer.weight_decay', 'weightDecay', false],
      ['lora.r', 'loraRank', false],
      ['adam_eps', null, false],
      ['data_seed', null, false],
      ['output_dir', null, true],
    ])
  })

  it('makes one row of two spellings, unless a run has both or it is the field of a part', () => {
    const rows = (...params: Record<string, unknown>[]) => {
      const { different, same } = diffParams(params.map((own, i) => withParams(`${i}`, own)))
      return [...different, ...same].map((row) => row.names)
    }
    expect(rows({ lr: 1 }, { learning_rate: 2 })).toEqual([['learning_rate', 'lr']])
    expect(rows({ lr: 1 }, { learning_rate: 2, lr: 1 })).toEqual([['learning_rate'], ['lr']])
    expect(rows({ 'generator.lr': 1 }, { lr: 1 })).toEqual([['lr'], ['generator.lr']])
    expect(rows({ global_batch_size: 64 }, { batch_size: 8 })).toHaveLength(2)
  })

  it('knows what a run says beside its parameters, in one row where both say the same', () => {
    const { different, same } = diffParams([
      defineRun({ id: 'a', model: 'org/m', seed: 1, totalEpochs: 3, params: { epochs: '3.0' } }),
      defineRun({ id: 'b', model: 'org/m', seed: 2, params: { epochs: 3, model: '/tmp/m' } }),
    ])
    expect(different.map((row) => [row.name, row.names.length])).toEqual([
      ['model', 1],
      ['seed', 0],
    ])
    expect(same.map((row) => [row.name, row.names.length])).toEqual([
      ['model', 0],
      ['epochs', 1],
    ])
  })

  it('tells the scale that the numbers of a row are read on', () => {
    const values = { lr: [1, 2], wide: ['0.1', 10], near: [1, 2], text: [1, 'x'], nan: [NaN, 1] }
    const given = [0, 1].map((i) =>
      withParams(
        `${i}`,
        Object.fromEntries(Object.entries(values).map(([name, own]) => [name, own[i]])),
      ),
    )
    const scales = diffParams(given).different.map((row) => [row.name, row.scale])
    expect(Object.fromEntries(scales)).toEqual({
      lr: 'log',
      wide: 'log',
      near: 'linear',
      text: null,
      nan: 'linear',
    })
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
