import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishFormatters, germanFormatters } from '../testdata/formatters.ts'
import { formatMessages } from './formatMessages.ts'
import { createFormatters } from './formatters.ts'
import {
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
  formatPercent,
} from './formatNumber.ts'
import { formatDateTime, formatDuration, formatMonthDay } from './formatTime.ts'

const at = Date.UTC(2026, 10, 21, 8, 32, 5)

describe('createFormatters', () => {
  it('writes in English as the plain formats do, whatever the number', () => {
    fc.assert(
      fc.property(fc.option(fc.double()), (value) => {
        expect(englishFormatters.metric(value)).toBe(formatMetric(value))
        expect(englishFormatters.learningRate(value)).toBe(formatLearningRate(value))
        expect(englishFormatters.count(value)).toBe(formatCount(value))
        expect(englishFormatters.full(value)).toBe(formatFull(value))
        expect(englishFormatters.percent(value)).toBe(formatPercent(value))
        expect(englishFormatters.duration(value)).toBe(formatDuration(value))
        expect(englishFormatters.monthDay(value)).toBe(formatMonthDay(value))
        expect(englishFormatters.dateTime(value)).toBe(formatDateTime(value))
      }),
    )
  })

  it('puts the marks of a language in place of point and space, and leaves the rest', () => {
    const { metric, count, full, percent, learningRate, marked } = germanFormatters
    expect([metric(0.2345), metric(1.2e-5), metric(-48_210)]).toEqual([
      '0,2345',
      '1,200e-5',
      '−48.210',
    ])
    expect([count(1_234_567), full(-1.5), learningRate(2.5e-5)]).toEqual([
      '1.234.567',
      '-1,5',
      '2,5e-5',
    ])
    expect([percent(15.24), percent(20_000)]).toEqual(['15,2 %', '> 10.000 %'])
    expect([marked('1\u202f234.5'), marked('NaN')]).toEqual(['1.234,5', 'NaN'])
    expect([metric(null), metric(NaN), metric(-Infinity)]).toEqual(['–', 'NaN', '−∞'])
  })

  it('changes a mark that is the other one in English once, not twice', () => {
    const swapped = createFormatters({
      ...formatMessages,
      numberMarks: { decimal: '\u202f', group: '.' },
    })
    expect(swapped.marked('1\u202f234.5')).toBe('1.234\u202f5')
  })

  it('writes units, dates, percentages and lists in the words of the catalogue', () => {
    const { percent, markedPercent, duration, dateTime, list } = createFormatters({
      ...formatMessages,
      numberMarks: { decimal: ',', group: ' ' },
      percent: (number) => `${number}%`,
      durations: {
        seconds: (count) => `${count} Sek.`,
        minutes: (count) => `${count} Min.`,
        hours: (count) => `${count} Std.`,
        days: (count) => `${count} Tg.`,
        both: (large, small) => `${large} und ${small}`,
      },
      dateTime: (date, clock) => `${date} um ${clock} (UTC)`,
      list: { between: ', ', last: ' und ' },
    })
    expect([percent(15.24), percent(-20_000), markedPercent('97.5')]).toEqual([
      '15,2%',
      '< −10 000%',
      '97,5%',
    ])
    expect([1500, 45_000, 60_000, 7_500_000, 2 * 86_400_000 + 3 * 3_600_000].map(duration)).toEqual(
      ['1,5 Sek.', '45 Sek.', '1 Min.', '2 Std. und 5 Min.', '2 Tg. und 3 Std.'],
    )
    expect(dateTime(at)).toBe('2026-11-21 um 08:32:05 (UTC)')
    expect(list(['a', 'b', 'c'])).toBe('a, b und c')
  })

  it('joins none, one, two and more', () => {
    const { list, join } = englishFormatters
    const given = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']]
    expect(given.map(list)).toEqual(['', 'a', 'a and b', 'a, b and c'])
    expect(given.map(join)).toEqual(['', 'a', 'a, b', 'a, b, c'])
  })

  it('keeps two languages apart', () => {
    expect([germanFormatters.metric(0.5), englishFormatters.metric(0.5)]).toEqual([
      '0,5000',
      '0.5000',
    ])
  })
})
