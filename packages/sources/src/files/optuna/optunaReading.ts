import type { Notice } from '@runoff/core'
import { parseTolerantJson } from '../../json/parseTolerantJson.ts'
import type { FileReading } from '../growth/fileReading.ts'
import { textReading } from '../growth/textReading.ts'
import { optunaRuns } from './optunaRuns.ts'
import { startReplay, type Entry } from './replay.ts'

/** Returns a reading of an Optuna journal: what its entries do, one after another, is replayed. */
export function optunaReading(): FileReading {
  const replay = startReplay()
  let bad = 0
  const take = (line: string): boolean => {
    if (line.trim() === '') return true
    const entry = readEntry(line)
    if (entry !== null) replay.apply(entry)
    return entry !== null
  }
  return textReading({
    push(text) {
      for (const line of text.split('\n')) if (!take(line)) bad++
    },
    content(rest, isLast) {
      // An entry without its line end is being written: Optuna itself does not read it yet.
      if (isLast && !take(rest)) bad++
      const runs = optunaRuns(replay.studies())
      return { content: { kind: 'optuna', runs }, notices: badLines(bad) }
    },
  })
}

function readEntry(line: string): Entry | null {
  if (!line.trimStart().startsWith('{')) return null
  try {
    return parseTolerantJson(line) as Entry
  } catch {
    return null
  }
}

function badLines(count: number): readonly Notice[] {
  if (count === 0) return []
  const lines = count === 1 ? 'line is' : 'lines are'
  return [{ code: 'bad-line', message: `${count} ${lines} no journal entry, and left out.`, count }]
}
