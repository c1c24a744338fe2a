import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

const header = 'E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  SCORE '
const rule = '---  ------  ------------  --------  ------  ------'

describe('spacy', () => {
  it('reads each row as an evaluation, by the names of the header', () => {
    expect(
      shown(
        'ℹ Pipeline: ["tok2vec", "ner"]',
        header,
        rule,
        '  0       0          0.00     49.45    0.00    0.00',
        '\u001B[32m✔ Saved pipeline to output directory\u001B[0m',
        '122     600      17885.16   4397.02   92.00    0.92',
      ),
    ).toEqual([
      ['eval', 0, 0, { 'LOSS TOK2VEC': 0, 'LOSS NER': 49.45, ENTS_F: 0, SCORE: 0 }],
      [
        'eval',
        600,
        122,
        { 'LOSS TOK2VEC': 17885.16, 'LOSS NER': 4397.02, ENTS_F: 92, SCORE: 0.92 },
      ],
    ])
  })

  it('reads numbers that are wider than their column, and numbers that are none', () => {
    expect(shown(header, rule, '985 2000 1,157,954.77 11027.76 nan 0.92')).toEqual([
      [
        'eval',
        2000,
        985,
        { 'LOSS TOK2VEC': 1157954.77, 'LOSS NER': 11027.76, ENTS_F: NaN, SCORE: 0.92 },
      ],
    ])
  })

  it('takes the columns of a new header from there on', () => {
    const other = 'E    #       LOSS TAGGER  TAG_ACC  SCORE'
    expect(shown(header, '1 200 2 3 4 0.5', other, '0 0 7 8 0.25')).toEqual([
      ['eval', 200, 1, { 'LOSS TOK2VEC': 2, 'LOSS NER': 3, ENTS_F: 4, SCORE: 0.5 }],
      ['eval', 0, 0, { 'LOSS TAGGER': 7, TAG_ACC: 8, SCORE: 0.25 }],
    ])
  })

  it('reads the table of version 2, which names no step', () => {
    expect(
      shown('Itn  NER Loss   NER P   NER R', '---  --------', '  1  5612.3  80.5  75.0'),
    ).toEqual([['eval', null, 1, { 'NER Loss': 5612.3, 'NER P': 80.5, 'NER R': 75 }]])
  })

  it('makes no record of a row that does not fit its header, and says so', () => {
    expect(shown(header, rule, '1 200 2 3 4')).toEqual([])
    expect(noticesOf(header, rule, '1 200 2 3 4', '1 200 2 3 4 5')).toEqual(['odd-row'])
  })

  it.each([
    ['rows without a header', '122 600 17885.16 4397.02 92.00 0.92'],
    ['words in a table', `${header}\n122 600 many 1 2 3`],
    ['a table of other columns', 'A    B    C\n1 2 3'],
  ])('reads nothing from %s', (_, lines) => {
    expect(formatsOf(...lines.split('\n'))).toEqual([])
  })
})
