import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '@runoff/core'
import { errorText, exitCodeOf } from './exitCodes.ts'
import { nearest } from './nearest.ts'
import { nodeFault } from './nodeFault.ts'
import { createTerminal, plainName } from './terminal.ts'
import { printTable } from './textTable.ts'

function screen(columns: number | null): { stream: PassThrough; text: () => string } {
  let text = ''
  const stream = new PassThrough()
  stream.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  if (columns !== null) Object.assign(stream, { isTTY: true, columns })
  return { stream, text: () => text }
}

describe('nearest', () => {
  it.each([
    ['bset', 'best'],
    ['improt', 'import'],
    ['serv', 'serve'],
    ['xport', 'export'],
    ['best', 'best'],
    ['outputs', null],
    ['ru', 'run'],
    ['a', null],
    ['x'.repeat(10_000), null],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, ['best', 'import', 'serve', 'export', 'run'])).toBe(meant)
  })
})

describe('nodeFault', () => {
  it.each(['v22.16.0', 'v22.22.1', 'v24.0.0', 'v100.1.1-rc.1'])('takes %s', (version) => {
    expect(nodeFault(version)).toBeNull()
  })
  it.each(['v22.15.1', 'v20.19.0', 'v8.0.0'])('refuses %s in a sentence', (version) => {
    expect(nodeFault(version)).toBe(
      `Runoff needs Node 22.16 or later, and this is ${version}: install a newer one from https://nodejs.org.`,
    )
  })
})

describe('createTerminal', () => {
  it('shows progress in one line that results take the place of', () => {
    const messages = screen(20)
    const terminal = createTerminal(screen(null).stream, messages.stream)
    terminal.progress('Reading a long name … 10 %')
    terminal.progress('Reading … 20 %')
    terminal.note('Done.')
    terminal.progress(null)
    expect(messages.text()).toBe('Reading a long name\r\u001B[2KReading … 20 %\r\u001B[2KDone.\n')
  })

  it('shows no progress where nobody looks', () => {
    const messages = screen(null)
    createTerminal(screen(null).stream, messages.stream).progress('Reading …')
    expect(messages.text()).toBe('')
  })
})

describe('plainName', () => {
  it('leaves nothing that a terminal acts on', () => {
    expect(plainName('a\u001B[31mb\u0007\u202Ec\nd\u2028ü 语')).toBe(
      'ab\uFFFD\uFFFDc\uFFFDd\uFFFDü 语',
    )
  })
})

describe('printTable', () => {
  it('sets columns under each other, in characters as people count them', () => {
    const output = screen(null)
    const terminal = createTerminal(output.stream, screen(null).stream)
    const columns = [
      { title: 'run', align: 'left' },
      { title: 'loss', align: 'right' },
    ] as const
    printTable(terminal, columns, [
      { cells: ['e\u0301e\u0301', '1'] },
      { cells: ['long name', '10.5'] },
    ])
    expect(output.text()).toBe('run        loss\ne\u0301e\u0301            1\nlong name  10.5\n')
  })
})

describe('errorText', () => {
  it('tells what was foreseen as it is, and how to find the rest', () => {
    expect(errorText(new RunoffError('bad-log', 'It is cut.'), {})).toBe('It is cut.')
    expect(errorText(new TypeError('x is not a function.'), {})).toBe(
      'x is not a function. Set RUNOFF_DEBUG=1 to see where this comes from.',
    )
    expect(errorText('odd', {})).toBe('odd')
  })

  it('tells misuse, failure and an interruption apart', () => {
    expect(exitCodeOf(new RunoffError('bad-option', ''))).toBe(2)
    expect(exitCodeOf(new RunoffError('bad-log', ''))).toBe(1)
    expect(exitCodeOf(new TypeError(''))).toBe(1)
    expect(exitCodeOf(new DOMException('', 'AbortError'))).toBe(130)
  })
})
