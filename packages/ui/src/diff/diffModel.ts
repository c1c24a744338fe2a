import { paramKey, paramNumber, type ParamDiff, type ParamRow } from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import type { DiffMessages } from './messages.ts'
import { isLongValue, writeValues, type WriteValue } from './valueTexts.ts'

/** One parameter as the diff shows it. */
export interface DiffRow {
  /** Unique within the diff. */
  readonly key: string
  readonly row: ParamRow
  /** What it is called: the name people know, else its own. */
  readonly label: string
  /** How it was logged, where that is not what it is called. */
  readonly logged: string | null
  readonly write: WriteValue
  readonly isLong: boolean
  /** All that a search looks through, in lower case. */
  readonly searched: () => string
}

export type DiffGroupKind = 'different' | 'same' | 'bookkeeping' | 'values'

export interface DiffGroupModel {
  readonly kind: DiffGroupKind
  /** Those that match the search. */
  readonly rows: readonly DiffRow[]
  /** How many there are without it. */
  readonly total: number
}

export interface DiffModel {
  readonly groups: readonly DiffGroupModel[]
  /** One sentence about the whole. */
  readonly sentence: string
}

export interface DiffModelContext {
  readonly runCount: number
  readonly formatters: Formatters
  readonly messages: DiffMessages
}

const longestLabel = 40

/** Returns the parameters in groups, each as it is shown, those without any left out. */
export function diffGroups(diff: ParamDiff, context: DiffModelContext): readonly DiffGroupModel[] {
  return groupRows(diff, context.runCount)
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => ({
      kind,
      rows: rows.map((row) => diffRow(row, context)),
      total: rows.length,
    }))
}

/** Returns the groups with what matches the search, and what to say of the whole. */
export function diffModel(
  diff: ParamDiff,
  groups: readonly DiffGroupModel[],
  { search, ...context }: DiffModelContext & { readonly search: string },
): DiffModel {
  const needle = search.trim().toLowerCase()
  const found = groups.map((group) => ({
    ...group,
    rows: needle === '' ? group.rows : group.rows.filter((row) => row.searched().includes(needle)),
  }))
  return { groups: found, sentence: sentenceOf(diff, found, { ...context, search }) }
}

interface RowGroup {
  readonly kind: DiffGroupKind
  readonly rows: readonly ParamRow[]
}

function groupRows({ different, same }: ParamDiff, runCount: number): readonly RowGroup[] {
  const isOwn = (row: ParamRow): boolean => !row.isBookkeeping
  const bookkeeping = [...different, ...same].filter((row) => row.isBookkeeping)
  return [
    { kind: 'different', rows: different.filter(isOwn) },
    { kind: runCount === 1 ? 'values' : 'same', rows: same.filter(isOwn) },
    { kind: 'bookkeeping', rows: bookkeeping },
  ]
}

function diffRow(row: ParamRow, { formatters, messages }: DiffModelContext): DiffRow {
  const { field, name, names, values } = row
  const own = name.trim() === '' ? JSON.stringify(name) : visibleText(name)
  const logged = formatters.join(names.map(visibleText))
  const label = field === null ? shortenMiddle(own, longestLabel) : messages.fields[field]
  const writer = lazily(() => writeValues(row, formatters, messages))
  const write: WriteValue = (value) => writer()(value)
  return {
    key: `${names.length === 0 ? 'run' : 'param'} ${name}`,
    row,
    label,
    logged: field === null || logged === '' ? null : logged,
    write,
    isLong: [...new Set(values.values())].some(isLongValue),
    searched: lazily(() => searchedText(row, label, write)),
  }
}

/** Most rows of hundreds are never shown, and those that are searched are so with every letter. */
function lazily<Made>(create: () => Made): () => Made {
  const made: Made[] = []
  return () => {
    if (made.length === 0) made.push(create())
    return made[0] as Made
  }
}

/** What a search looks through: names and values, as they are shown and as they were logged. */
function searchedText({ names, name, values }: ParamRow, label: string, write: WriteValue): string {
  const texts = [...new Set(values.values())].flatMap((value) => {
    const { text, full } = write(value)
    return [text, full, String(value)]
  })
  return [...new Set([label, name, ...names, ...texts])].join('\n').toLowerCase()
}

function sentenceOf(
  { different, same }: ParamDiff,
  groups: readonly DiffGroupModel[],
  { runCount, search, messages, formatters }: DiffModelContext & { readonly search: string },
): string {
  const total = different.length + same.length
  const { count: write } = formatters
  if (runCount === 0) return messages.noRuns
  if (total === 0) return messages.noParams
  if (search.trim() !== '') {
    const found = groups.reduce((sum, { rows }) => sum + rows.length, 0)
    const words = visibleText(search.trim())
    return found === 0 ? messages.noneFound(words) : messages.found(found, total, words, write)
  }
  if (runCount === 1) return messages.oneRun(total, write)
  if (different.length === 0) return messages.allSame(total, write)
  const own = different.filter((row) => !row.isBookkeeping).length
  return own === 0 ? messages.onlyBookkeeping(total, write) : messages.summary(own, total, write)
}

/** How a value stands to that of the baseline. */
export type Standing = 'same' | 'higher' | 'lower' | 'other'

/** Returns how the value of a run stands to that of the baseline; both may be missing. */
export function standingOf({ row }: DiffRow, runId: string, baselineId: string): Standing {
  const [value, base] = [row.values.get(runId), row.values.get(baselineId)]
  if (value === undefined || base === undefined) return value === base ? 'same' : 'other'
  if (paramKey(value) === paramKey(base)) return 'same'
  const [number, baseNumber] = [paramNumber(value), paramNumber(base)]
  if (number === null || baseNumber === null) return 'other'
  if (number > baseNumber) return 'higher'
  return number < baseNumber ? 'lower' : 'other'
}
