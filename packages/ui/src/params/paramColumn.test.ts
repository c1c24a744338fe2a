import { defineRun, type ParamValue, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { columnText, distinctCount, paramColumn, drawableParams } from './paramColumn.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const runsWith = (values: readonly (ParamValue | undefined)[]): readonly Run[] =>
  values.map((x, index) =>
    defineRun({ id: `${index}`, params: new Map(x === undefined ? [] : [['x', x]]) }),
  )
const columnOf = (values: readonly (ParamValue | undefined)[]): ReturnType<typeof paramColumn> =>
  paramColumn(runsWith(values), 'x')

describe('paramColumn', () => {
  it('reads numbers, and text that spells one', () => {
    expect(columnOf([1, '2', '3e-4'])).toEqual({
      kind: 'number',
      values: Float64Array.of(1, 2, 3e-4),
      categories: [],
      missing: 0,
      notFinite: 0,
    })
  })

  it('counts what is missing apart from what is not finite', () => {
    const column = columnOf([1, undefined, null, 'None', ' ', 'NaN', 'inf'])
    expect(column).toMatchObject({ kind: 'number', missing: 4, notFinite: 2 })
    expect([...column.values]).toEqual([1, NaN, NaN, NaN, NaN, NaN, NaN])
  })

  it('takes text and booleans for categories, in order, numbers first', () => {
    const column = columnOf(['cosine', 10, 'auto', '2', 'cosine'])
    expect(column.kind).toBe('category')
    expect(column.categories).toEqual(['2', '10', 'auto', 'cosine'])
    expect([...column.values]).toEqual([3, 1, 2, 0, 3])
    expect(columnOf([true, false]).categories).toEqual(['false', 'true'])
  })

  it('takes one text for the same value however it is spelled', () => {
    expect(columnOf([true, 'True', 'x']).categories).toEqual(['true', 'x'])
    expect(columnOf(['1.0', 1, 'x']).categories).toEqual(['1', 'x'])
    expect(columnOf([null, 'none', 'x']).categories).toEqual(['none', 'x'])
  })

  it('misses only the runs without the parameter among categories', () => {
    const column = columnOf(['a', undefined, null])
    expect(column).toMatchObject({ missing: 1, notFinite: 0 })
    expect([...column.values]).toEqual([0, NaN, 1])
  })

  it('has nothing of no runs', () => {
    expect(columnOf([])).toMatchObject({ kind: 'number', missing: 0, notFinite: 0 })
  })

  it('shows what a name hides', () => {
    expect(columnOf(['a\u202Eb', 'c']).categories).toEqual(['a\\u202Eb', 'c'])
  })
})

describe('columnText and distinctCount', () => {
  it('write numbers as people do, and categories by name', () => {
    expect(columnText(columnOf([0.0003]), 0.0003, englishFormatters)).toBe('3e-4')
    expect(columnText(columnOf(['a', 'b']), 1, englishFormatters)).toBe('b')
    expect(columnText(columnOf(['a', 'b']), 7, englishFormatters)).toBe('NaN')
  })

  it('count each value once, and what is missing not at all', () => {
    expect(distinctCount(columnOf([1, 1, 2, undefined]))).toBe(2)
    expect(distinctCount(columnOf([undefined]))).toBe(0)
  })
})

describe('drawableParams', () => {
  const run = (id: string, params: Record<string, ParamValue>): Run => defineRun({ id, params })

  it('names what differs, in order, and not what some runs lack', () => {
    const runs = [
      run('a', { lr: 1e-4, batch: 8, warmup: 0.1, only: 1 }),
      run('b', { lr: 3e-4, batch: 8, warmup: 0.2 }),
    ]
    expect(drawableParams(runs)).toEqual(['lr', 'warmup'])
  })

  it('tells tiny numbers apart, and takes 1 and "1.0" for one', () => {
    expect(drawableParams([run('a', { eps: 1e-7 }), run('b', { eps: 1.000001e-7 })])).toEqual([
      'eps',
    ])
    expect(drawableParams([run('a', { n: 1 }), run('b', { n: '1.0' })])).toEqual([])
    expect(drawableParams([run('a', { n: 1 }), run('b', { n: null })])).toEqual([])
  })

  it('leaves out seeds and places, which say nothing of how a run was trained', () => {
    const of = (id: string): Run => run(id, { seed: id, output_dir: `out/${id}`, lr: id })
    expect(drawableParams([of('a'), of('b')])).toEqual(['lr'])
  })

  it('survives names that objects have of their own', () => {
    const runs = [run('a', { constructor: 1 }), run('b', { constructor: 2 })]
    expect(drawableParams(runs)).toEqual(['constructor'])
  })
})
