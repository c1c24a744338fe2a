import { describe, expect, it } from 'vitest'
import { parseLog } from '../parseLog.ts'
import { noticesOf, shown } from '../testdata/shown.ts'

const rows = ['1 7.604050636291504', '2 6.862398624420166', '3 -0.0013786826748400927']

describe('lossTable', () => {
  it('reads a file of steps and losses in single precision, and says what it took them for', () => {
    expect(shown(...rows)).toEqual([
      ['train', 1, null, { loss: 7.604050636291504 }],
      ['train', 2, null, { loss: 6.862398624420166 }],
      ['train', 3, null, { loss: -0.0013786826748400927 }],
    ])
    expect(noticesOf(...rows)).toEqual(['table-without-header'])
    expect(parseLog(`${rows.join('\r\n')}\r\n`).records.map(({ line }) => line)).toEqual([1, 2, 3])
  })

  it.each([
    ['another line anywhere', [...rows, 'done']],
    ['a header', ['step loss', ...rows]],
    ['a step that does not rise', [...rows, '3 6.5']],
    ['a number that single precision does not have', [...rows, '4 0.1']],
    ['short numbers alone', ['1 0.5', '2 0.25', '3 0.125']],
    ['two rows alone', rows.slice(0, 2)],
    ['whole numbers', ['1 2', '2 4', '3 8']],
    ['nothing', []],
  ])('reads nothing where there is %s', (_, lines) => {
    expect(shown(...lines)).toEqual([])
  })
})
