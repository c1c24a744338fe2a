import { describe, expect, it } from 'vitest'
import { mergeMessages } from './mergeMessages.ts'

const catalogue = {
  title: 'Runs',
  months: ['Jan', 'Feb'],
  count: (runs: number) => `${runs} runs`,
  table: { best: 'Best', worst: 'Worst' },
}

describe('mergeMessages', () => {
  it('takes what is given, however deep, and keeps the rest', () => {
    const merged = mergeMessages(catalogue, {
      title: 'Läufe',
      months: ['Jänner'],
      table: { best: 'Beste' },
    })
    expect(merged).toEqual({
      title: 'Läufe',
      months: ['Jänner'],
      count: catalogue.count,
      table: { best: 'Beste', worst: 'Worst' },
    })
  })

  it('keeps its own words where an entry is undefined or of another kind', () => {
    const wrong = JSON.parse('{"title":["x"],"count":"many","months":null,"table":"none"}')
    expect(mergeMessages(catalogue, wrong)).toEqual(catalogue)
    expect(mergeMessages(catalogue, { title: undefined })).toEqual(catalogue)
  })

  it('leaves out what the catalogue does not have, and changes no prototype', () => {
    const merged = mergeMessages(catalogue, JSON.parse('{"__proto__":{"evil":1},"other":"x"}'))
    expect(merged).toEqual(catalogue)
    expect(Reflect.get({}, 'evil')).toBeUndefined()
    expect(Reflect.get(merged, 'evil')).toBeUndefined()
  })

  it('takes texts by any key where a record is open, and there alone', () => {
    const names = { loss: 'Loss', accuracy: 'Accuracy' }
    const given = JSON.parse(
      '{"names":{"loss":"Verlust","eval/wer":"Wortfehlerrate","list":["x"],"none":null,' +
        '"__proto__":"Proto"},"other":{"eval/wer":"x"},"eval/wer":"x"}',
    )
    const merged = mergeMessages({ names, other: { names } }, given, {
      openRecords: new Set(['names']),
    })
    expect(merged.other).toEqual({ names })
    expect(Object.entries(merged.names)).toEqual([
      ['loss', 'Verlust'],
      ['accuracy', 'Accuracy'],
      ['eval/wer', 'Wortfehlerrate'],
      ['__proto__', 'Proto'],
    ])
    expect(Object.getPrototypeOf(merged.names)).toBe(Object.prototype)
    expect(Object.keys(merged)).toEqual(['names', 'other'])
    expect(names).toEqual({ loss: 'Loss', accuracy: 'Accuracy' })
  })

  it('keeps what was added when more is merged into it', () => {
    const open = { openRecords: new Set(['names']) }
    const empty: Record<string, string> = {}
    const once = mergeMessages({ names: empty }, { names: { 'eval/wer': 'WER' } }, open)
    const twice = mergeMessages(once, { names: { 'eval/cer': 'CER' } }, open)
    expect(twice.names).toEqual({ 'eval/wer': 'WER', 'eval/cer': 'CER' })
  })

  it('does not change the catalogue', () => {
    mergeMessages(catalogue, { title: 'Läufe', table: { best: 'Beste' } })
    expect(catalogue.title).toBe('Runs')
    expect(catalogue.table.best).toBe('Best')
  })
})
