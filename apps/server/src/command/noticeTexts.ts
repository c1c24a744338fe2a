import type { Notice } from '@runoff/core'
import type { ImportCounts } from '../import/importRuns.ts'
import { plainName, type Terminal } from './terminal.ts'

const mostShown = 5

/** Says what was odd, the first few of it; the rest is counted. */
export function noteNotices(terminal: Terminal, notices: readonly Notice[]): void {
  for (const { path, message } of notices.slice(0, mostShown)) {
    const where = path === undefined ? '' : `${plainName(path)}: `
    terminal.note(terminal.style('yellow', `  ${where}${plainName(message)}`))
  }
  const more = notices.length - mostShown
  if (more > 0) terminal.note(terminal.style('yellow', `  and ${counted(more, 'more notice')}`))
}

/** Says how many runs were imported under a name: `char-lm: 18 new runs, 2 unchanged.` */
export function countsText(name: string, counts: ImportCounts): string {
  const { created, replaced, grown, unchanged } = counts
  const parts = [
    created > 0 ? counted(created, 'new run') : '',
    replaced > 0 ? `${replaced} changed` : '',
    grown > 0 ? `${grown} longer` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
  ].filter((part) => part !== '')
  return `${plainName(name)}: ${parts.length === 0 ? 'no runs' : parts.join(', ')}.`
}

/** Returns a number with its word: `1 run`, `2 runs`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Returns a share as percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
