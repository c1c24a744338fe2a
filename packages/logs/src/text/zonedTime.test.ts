import { describe, expect, it } from 'vitest'
import { readZonedTime } from './zonedTime.ts'

const noon = Date.UTC(2024, 4, 1, 12)

describe('readZonedTime', () => {
  it.each([
    ['2024-05-01T12:00:00Z {', noon],
    ['2024-05-01T12:00:00.123456789Z {', noon + 123],
    ['2024-05-01T12:00:00.5Z {', noon + 500],
    ['[2024-05-01 14:00:00,289+02:00] {', noon + 289],
    ['2024-05-01 07:00:00 -0500 {', noon],
  ])('reads %j', (line, expected) => {
    expect(readZonedTime(line)).toBe(expected)
  })

  it.each([
    ['a time without a zone', '2024-05-01 12:00:00,123 INFO'],
    ['a time in the middle', 'at 2024-05-01T12:00:00Z'],
    ['a day that is not in the calendar', '2024-13-41T12:00:00Z'],
    ['a line without a time', "{'loss': 1}"],
    ['an empty line', ''],
  ])('gives null for %s', (_, line) => {
    expect(readZonedTime(line)).toBeNull()
  })
})
