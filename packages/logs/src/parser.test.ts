import { RunoffError } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogFormat } from './format.ts'
import { createLogParser, maxLineLength, type LogParser, type ParseOptions } from './parser.ts'
import { parseLog } from './parseLog.ts'
import type { LogRecord } from './record.ts'
import { consoleLog } from './testdata/samples.ts'

/** Any UTF-16 code unit, halves of pairs included. */
const anyCodeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code))

const dict = "{'loss': 0.5, 'learning_rate': 1e-05, 'epoch': 0.1}"

function feed(parser: LogParser, chunks: readonly string[]): LogRecord[] {
  const records = chunks.flatMap((chunk) => parser.push(chunk))
  return [...records, ...parser.end()]
}

function parseInChunks(text: string, cuts: readonly number[], options: ParseOptions = {}) {
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
  const parser = createLogParser(options)
  const chunks = places.slice(1).map((to, index) => text.slice(places[index], to))
  const records = feed(parser, chunks)
  return { records, formats: parser.formats, notices: parser.notices }
}

describe('parseLog', () => {
  it('reads a console log, each record on the line where it can be found', () => {
    const { records, formats, notices } = parseLog(consoleLog)
    expect(records.map(({ phase, epoch, line }) => [phase, epoch, line])).toEqual([
      ['train', 0.25, 7],
      ['train', 0.5, 8],
      ['eval', 0.5, 10],
      ['train', 0.75, 11],
      ['train', 0.75, 11],
      ['summary', 1, 13],
    ])
    expect(records.map(({ metrics }) => metrics.get('loss') ?? null)).toEqual([
      2.5,
      NaN,
      null,
      1.75,
      1.75,
      null,
    ])
    expect(formats).toEqual(['huggingface'])
    expect(notices.map(({ code, count, line }) => [code, count, line])).toEqual([
      ['no-step', 5, 7],
      ['cut-off-dict', 1, 14],
    ])
  })

  it.each(['', 'no metrics here\n', '\n\n', '{}'])(
    'says of %j that it holds no metrics',
    (text) => {
      expect(parseLog(text)).toEqual({
        records: [],
        formats: [],
        notices: [
          {
            code: 'no-metrics',
            message:
              'No metrics were found: no line of this log is of a format that is known here.',
            count: 1,
          },
        ],
      })
    },
  )

  it('has nothing to say of a log that names its steps', () => {
    expect(parseLog("{'loss': 0.5, 'step': 10}").notices).toEqual([])
  })

  it('reads the head of a line that is past any sense, and the lines behind it', () => {
    const { records, notices } = parseLog(`${dict}${' '.repeat(maxLineLength)}${dict}\n${dict}`)
    expect(records.map(({ line }) => line)).toEqual([1, 2])
    expect(notices).toContainEqual({
      code: 'line-too-long',
      message: 'A line is longer than 1048576 characters: the rest of it was not read.',
      count: 1,
      line: 1,
    })
  })

  it('gives the same however the log is cut into chunks', () => {
    const whole = parseLog(consoleLog)
    fc.assert(
      fc.property(fc.array(fc.nat(consoleLog.length), { maxLength: 40 }), (cuts) => {
        expect(parseInChunks(consoleLog, cuts)).toEqual(whole)
      }),
    )
    const everywhere = Array.from(consoleLog, (_, index) => index)
    expect(parseInChunks(consoleLog, everywhere)).toEqual(whole)
  })

  it('throws at no text and makes no number up, whatever the text and its cuts', () => {
    const signs = ['{', '}', "'", '"', ':', ',', '[', '(', ']', ')', '<', '\\', '\uD83D', '\0', ' ']
    const words = ["'loss'", "'epoch'", '0.5', 'nan', 'None', 'tensor', '\n', '\r', '\u001B', dict]
    const unit = fc.constantFrom(...signs, ...words)
    fc.assert(
      fc.property(fc.string({ unit }), fc.array(fc.nat(100)), (text, cuts) => {
        const whole = parseLog(text)
        expect(parseInChunks(text, cuts)).toEqual(whole)
        const values = whole.records.flatMap(({ metrics }) => [...metrics.values()])
        expect(values.filter((value) => ![0.5, 0.00001, NaN].includes(value))).toEqual([])
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.string({ unit: anyCodeUnit }), (text) => {
        expect(parseLog(text).records).toEqual([])
      }),
    )
  })

  it('loses no record but those of the line that was damaged', () => {
    const lines = consoleLog.split('\n')
    const whole = parseLog(consoleLog).records
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.nat(400),
        fc.nat(5),
        fc.string({
          unit: fc.constantFrom('{', '}', "'", '"', ',', ':', '\\', '[', '\u001B', '\r'),
        }),
        (damaged, at, removed, inserted) => {
          const text = lines
            .map((line, index) => {
              if (index !== damaged) return line
              return line.slice(0, at) + inserted + line.slice(at + removed)
            })
            .join('\n')
          const others = ({ line }: LogRecord): boolean => line !== damaged + 1
          expect(parseLog(text).records.filter(others)).toEqual(whole.filter(others))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('createLogParser', () => {
  it('gives a record as soon as its line has ended, and the last one at the end', () => {
    const parser = createLogParser()
    expect(parser.push(dict.slice(0, 20))).toEqual([])
    expect(parser.push(`${dict.slice(20)}\n`)).toHaveLength(1)
    expect(parser.push(dict)).toEqual([])
    expect(parser.end()).toMatchObject([{ line: 2 }])
    expect(parser.end()).toEqual([])
  })

  it('does not say that a log holds no metrics before it has ended', () => {
    const parser = createLogParser()
    parser.push('hello\n')
    expect(parser.notices).toEqual([])
    parser.end()
    expect(parser.notices.map(({ code }) => code)).toEqual(['no-metrics'])
  })

  it('refuses bytes, and text after the end', () => {
    const parser = createLogParser()
    // @ts-expect-error what a caller without types may do
    expect(() => parser.push(new Uint8Array(3))).toThrow(RunoffError)
    parser.end()
    expect(() => parser.push('more')).toThrow(/after end/)
  })
})

describe('a format of the host', () => {
  const pipes: LogFormat = {
    name: 'pipes',
    marks: ['step='],
    createReader: () => ({
      read({ text, number }) {
        const [, step, loss] = /step=(\d+) loss=(\S+)/.exec(text) ?? []
        if (step === undefined) return []
        const metrics = new Map([['loss', Number(loss)]])
        return [
          { phase: 'train', step: Number(step), epoch: null, timeMs: null, metrics, line: number },
        ]
      },
    }),
  }

  it('is read beside the built-in ones, and is named', () => {
    const { records, formats } = parseLog(`step=3 loss=0.5\n${dict}`, { formats: [pipes] })
    expect(records).toMatchObject([{ step: 3, line: 1 }, { line: 2 }])
    expect(formats).toEqual(['pipes', 'huggingface'])
  })

  it('has a line to itself that a built-in one could read too', () => {
    const { records } = parseLog(`step=3 loss=0.5 ${dict}`, { formats: [pipes] })
    expect(records).toMatchObject([{ step: 3 }])
  })

  it('sees every line where it has no marks, the file name, and the end', () => {
    const seen: string[] = []
    const held: LogRecord[] = []
    const last: LogFormat = {
      name: 'last',
      marks: [],
      createReader: ({ fileName, addNotice }) => ({
        read({ text, number }) {
          seen.push(`${fileName}:${number}:${text}`)
          held[0] = {
            phase: 'summary',
            step: null,
            epoch: null,
            timeMs: null,
            metrics: new Map(),
            line: number,
          }
          addNotice('held', 'A line was held back.', number)
          return []
        },
        end: () => held,
      }),
    }
    const { records, notices } = parseLog('a\n\nb', { formats: [last], fileName: 'train.log' })
    expect(seen).toEqual(['train.log:1:a', 'train.log:3:b'])
    expect(records).toEqual(held)
    expect(notices).toEqual([{ code: 'held', message: 'A line was held back.', count: 2, line: 1 }])
  })
})
