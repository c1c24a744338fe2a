import { describe, expect, it } from 'vitest'
import { formatMessages } from './formatMessages.ts'
import { formatDateTime, formatDuration, formatMonthDay } from './formatTime.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [1240, '1.2 s'],
    [9999, '10 s'],
    [45 * second, '45 s'],
    [59.6 * second, '1 min'],
    [12 * minute + 30 * second, '12 min 30 s'],
    [hour - 1, '1 h'],
    [2 * hour + 5 * minute, '2 h 5 min'],
    [day - 1, '1 d'],
    [3 * day + 4 * hour, '3 d 4 h'],
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text)
  })

  it.each([null, NaN, Infinity, -1])('has no words for %s', (durationMs) => {
    expect(formatDuration(durationMs)).toBe('–')
  })
})

describe('formatMonthDay', () => {
  it('writes the day in UTC, so that a server and a browser agree', () => {
    expect(formatMonthDay(Date.UTC(2026, 10, 21, 23, 59))).toBe('Nov 21')
  })

  it('takes the order and the months of a translation', () => {
    const messages = {
      months: formatMessages.months.map((month) => month.toLowerCase()),
      monthDay: (month: string, date: number) => `${date}. ${month}`,
    }
    expect(formatMonthDay(0, messages)).toBe('1. jan')
  })

  it('writes the number of a month that a translation left out', () => {
    expect(formatMonthDay(0, { ...formatMessages, months: [] })).toBe('1 1')
  })

  it.each([null, NaN, Infinity, 8.64e15 + 1])('has no words for %s', (timeMs) => {
    expect(formatMonthDay(timeMs)).toBe('–')
    expect(formatDateTime(timeMs)).toBe('–')
  })
})

describe('formatDateTime', () => {
  it('writes the second in UTC', () => {
    expect(formatDateTime(Date.UTC(2026, 10, 21, 8, 32, 5, 999))).toBe('2026-11-21 08:32:05 UTC')
  })
})
