import { defineRun, diffParams, type ParamValue, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { createFormatters } from '../format/formatters.ts'
import { diffGroups, diffModel, standingOf, type DiffModel } from './diffModel.ts'
import { diffMessages } from './messages.ts'
import { stepText } from './stepText.ts'
import { writeValues } from './valueTexts.ts'

const formatters = createFormatters(formatMessages)
const words = { formatters, messages: diffMessages }

const run = (id: string, params: Record<string, unknown>): Run => defineRun({ id, params })

const model = (runs: readonly Run[], search = ''): DiffModel => {
  const [diff, context] = [diffParams(runs), { runCount: runs.length, ...words }]
  return diffModel(diff, diffGroups(diff, context), { ...context, search })
}

const shape = (runs: readonly Run[], search = ''): readonly (readonly [string, string])[] =>
  model(runs, search).groups.map(({ kind, rows }) => [kind, rows.map((row) => row.label).join(' ')])

const two = [
  run('a', { lr: 1e-4, epochs: 3, output_dir: 'x', note: 'Adam' }),
  run('b', { learning_rate: 5e-4, epochs: 3, output_dir: 'y', note: 'adam' }),
]

describe('diffModel', () => {
  it('puts what differs first, and paths and names apart', () => {
    expect(shape(two)).toEqual([
      ['different', 'Learning rate note'],
      ['same', 'Epochs'],
      ['bookkeeping', 'output_dir'],
    ])
    expect(model(two).groups[0]?.rows[0]?.logged).toBe('learning_rate, lr')
    expect(model(two).sentence).toBe('2 of 4 parameters differ.')
  })

  it('finds by name, label and value, letter case aside, and keeps the whole count', () => {
    expect(shape(two, 'LEARNING')).toContainEqual(['different', 'Learning rate'])
    expect(shape(two, 'lr')).toContainEqual(['different', 'Learning rate'])
    expect(shape(two, '5e-4')).toContainEqual(['different', 'Learning rate'])
    expect(shape(two, '0.0005')).toContainEqual(['different', 'Learning rate'])
    expect(shape(two, 'adam')).toContainEqual(['different', 'note'])
    expect(model(two, 'adam').groups[0]?.total).toBe(2)
    expect(model(two, 'adam').sentence).toBe('1 of 4 parameters matches “adam”.')
    expect(model(two, 'zz').sentence).toBe('No parameter matches “zz”.')
  })

  it('says so where there is nothing to compare', () => {
    expect(model([]).sentence).toBe('No runs to compare.')
    expect(model([run('a', {}), run('b', {})]).sentence).toMatch(/^No parameters were logged/)
    expect(model([run('a', { x: 1 }), run('b', { x: 1 })]).sentence).toBe(
      'The one parameter is the same.',
    )
    const paths = ['a', 'b'].map((id) => run(id, { x: 1, out_dir: id }))
    expect(model(paths).sentence).toBe('Only paths and names differ; 2 parameters compared.')
    expect(shape([run('a', { x: 1 })])).toEqual([['values', 'x']])
  })
})

describe('standingOf', () => {
  const standing = (value: ParamValue | undefined, base: ParamValue | undefined): string => {
    const given = { a: value, b: base }
    const runs = Object.entries(given).map(([id, x]) => run(id, x === undefined ? {} : { x }))
    const [row] = model([...runs, run('c', { x: 'third' })]).groups[0]?.rows ?? []
    if (row === undefined) throw new Error('no row')
    return standingOf(row, 'a', 'b')
  }

  it('orders numbers, also as text, and nothing else', () => {
    expect(standing('5e-7', 1e-7)).toBe('higher')
    expect(standing(1, '2')).toBe('lower')
    expect(standing('1.0', 1)).toBe('same')
    expect(standing('b', 'a')).toBe('other')
    expect(standing(NaN, 1)).toBe('other')
  })

  it('tells missing from null and from empty text', () => {
    expect(standing(undefined, undefined)).toBe('same')
    expect(standing(undefined, null)).toBe('other')
    expect(standing(null, '')).toBe('other')
  })
})

describe('writeValues', () => {
  const write = (name: string, ...values: (ParamValue | undefined)[]): string[] => {
    const given = values.map((x, i) => run(`${i}`, x === undefined ? {} : { [name]: x }))
    const { different, same } = diffParams(given)
    const [row] = [...different, ...same]
    if (row === undefined) throw new Error('no row')
    return values.map((value) => writeValues(row, formatters, diffMessages)(value).text)
  }

  it('writes learning rates in scientific notation, others as people do', () => {
    expect(write('lr', 0.0003, '1e-3', 1)).toEqual(['3e-4', '1e-3', '1'])
    expect(write('batch', 48210, 0.1 + 0.2)).toEqual(['48\u202f210', '0.3'])
  })

  it('writes all digits where two values that differ would look the same', () => {
    expect(write('x', 0.3, 0.1 + 0.2)).toEqual(['0.3', '0.30000000000000004'])
    expect(write('lr', 1.00001e-4, 1.00002e-4)).toEqual(['0.000100001', '0.000100002'])
  })

  it('has a word for what is missing, null or empty, and hides nothing', () => {
    expect(write('x', undefined, null, '', ' ', 'a\u202eb', 'a\nb', true)).toEqual([
      'not set',
      'null',
      'empty text',
      '" "',
      'a\\u202Eb',
      'a\nb',
      'true',
    ])
  })
})

describe('stepText', () => {
  const step = (name: string, value: ParamValue, base: ParamValue): string | null => {
    const [row] = diffParams([run('a', { [name]: value }), run('b', { [name]: base })]).different
    return row === undefined ? null : stepText(row, ['a', 'b'], words)
  }

  it('is a factor where the parameter is read by factors, else the difference and the factor', () => {
    expect(step('lr', 5e-4, 1e-4)).toBe('×5')
    expect(step('lr', 1e-4, '5e-4')).toBe('÷5')
    expect(step('epochs', 16, 8)).toBe('+8 (×2)')
    expect(step('epochs', 0, 8)).toBe('−8')
    expect(step('x', 'a', 1)).toBeNull()
    expect(step('x', 1, 1)).toBeNull()
  })
})
