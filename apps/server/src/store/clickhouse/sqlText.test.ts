import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostileName } from '../testing.ts'
import { keySql, numberSql, oneOf, textSql, wholeSql } from './sqlText.ts'

it('writes any text as hexadecimal digits of its UTF-8, which nothing can end', () => {
  fc.assert(
    fc.property(hostileName, (text) => {
      const [, digits = '-'] = /^unhex\('([0-9a-f]*)'\)$/.exec(textSql(text)) ?? []
      expect(Buffer.from(digits, 'hex').toString()).toBe(Buffer.from(text).toString())
    }),
  )
})

it('writes any number by its bits', () => {
  fc.assert(
    fc.property(fc.double(), (number) => {
      const digits = /'([0-9a-f]{16})'/.exec(numberSql(number))?.[1] ?? ''
      expect(Buffer.from(digits, 'hex').readDoubleLE()).toBe(number)
    }),
  )
})

it('takes nothing for a key or a whole number that is none', () => {
  expect(() => keySql("' OR '")).toThrow(TypeError)
  expect(keySql('00000000-0000-8000-8000-000000000001')).toContain('8000')
  for (const number of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    expect(() => wholeSql(number)).toThrow(TypeError)
  }
})

it('matches nothing where nothing is looked for', () => {
  expect(oneOf('run', [])).toBe('0')
})
