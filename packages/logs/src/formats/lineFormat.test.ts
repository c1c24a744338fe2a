import { expect, it } from 'vitest'
import { createLogParser } from '../parser.ts'
import { lineFormat } from './lineFormat.ts'

const pipes = lineFormat({
  name: 'pipes',
  marks: ['|loss|'],
  readLine(text, tell) {
    const [, name = '', value] = text.split('|')
    if (value === 'none') tell('no-value', 'A loss has no value.')
    return { phase: 'train', metrics: value === 'none' ? [] : [[name, Number(value)]] }
  },
})

it('writes what a line says as a record of it, with the time that it begins with', () => {
  const parser = createLogParser({ formats: [pipes] })
  const records = parser.push('2024-05-01T12:00:00Z |loss|0.5\nnothing\n|loss|nan\n')
  expect(records).toEqual([
    {
      phase: 'train',
      step: null,
      epoch: null,
      timeMs: Date.UTC(2024, 4, 1, 12),
      metrics: new Map([['loss', 0.5]]),
      line: 1,
    },
    {
      phase: 'train',
      step: null,
      epoch: null,
      timeMs: null,
      metrics: new Map([['loss', NaN]]),
      line: 3,
    },
  ])
})

it('makes no record where there is no metric, and hands on what was odd with the line', () => {
  const parser = createLogParser({ formats: [pipes] })
  expect(parser.push('x\n|loss|none\n|loss|0.5\n')).toMatchObject([{ line: 3 }])
  expect(parser.notices).toContainEqual({
    code: 'no-value',
    message: 'A loss has no value.',
    count: 1,
    line: 2,
  })
})
