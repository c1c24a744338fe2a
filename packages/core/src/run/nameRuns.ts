import { compareText } from '../text/compareText.ts'
import { diffParams, type ParamRow } from './diffParams.ts'
import { differingParts } from './differingParts.ts'
import { lastPartOf } from './lastPart.ts'
import { paramKey, paramNumber } from './paramKey.ts'
import type { ParamValue, Run } from './run.ts'

/** What a run is called among others. */
export interface RunLabel {
  /** No other of the runs has the same. */
  readonly text: string
  /**
   * What it is made of: the whole name, the parts of it in which it differs, the parameters in
   * which runs of one name differ, or the id where nothing else does.
   */
  readonly kind: 'name' | 'parts' | 'params' | 'id'
}

/** Shorter names are left whole: there is nothing to win. */
const shortEnough = 14
const mostParams = 3
const longestValue = 24

/**
 * Returns the shortest label that tells each run from all others, by run id.
 *
 * Names that are built alike are reduced to the parts in which they differ (`lr3e-4-seed2`). Runs
 * of one name are told apart by the fewest parameters that do it (`sft · lr 3e-4 · seed 2`), else by
 * their ids. Missing: a run without a name goes by its id. The order of the runs does not matter.
 */
export function nameRuns(runs: readonly Run[]): ReadonlyMap<string, RunLabel> {
  const sorted = runs.toSorted((a, b) => compareText(a.id, b.id))
  const byName = groupBy(sorted, nameOf)
  const short = shortNamesOf([...byName.keys()])
  const labels = new Map<string, RunLabel>()
  for (const [name, group] of byName) {
    const text = short.get(name) ?? name
    const kind = text === name ? 'name' : 'parts'
    const [only] = group
    if (group.length === 1 && only !== undefined) labels.set(only.id, { text, kind })
    else addGroup(labels, group, byName.size === 1 ? '' : text)
  }
  return madeUnique(labels)
}

function nameOf({ id, name }: Run): string {
  const plain = name.trim().replaceAll(/\s+/g, ' ')
  return plain === '' ? id : plain
}

function shortNamesOf(names: readonly string[]): ReadonlyMap<string, string> {
  const isShortAlready = names.every((name) => name.length <= shortEnough)
  const parts = isShortAlready ? null : differingParts(names)
  return new Map(names.map((name, place) => [name, parts?.[place] ?? name]))
}

/** Names the runs of one name. */
function addGroup(labels: Map<string, RunLabel>, group: readonly Run[], name: string): void {
  const rows = tellingRows(group)
  const texts = new Map(
    group.map((run) => [run.id, rows.flatMap((row) => paramText(row, run.id)).join(' · ')]),
  )
  const counts = groupBy([...texts.values()], (text) => text)
  for (const run of group) {
    const text = texts.get(run.id) ?? ''
    const isOwn = text !== '' && counts.get(text)?.length === 1
    const own = [name, isOwn ? text : run.id].filter((part) => part !== '')
    labels.set(run.id, { text: own.join(' · '), kind: isOwn ? 'params' : 'id' })
  }
}

/** Returns few parameters that tell the runs apart as far as any do, the most telling first. */
function tellingRows(group: readonly Run[]): readonly ParamRow[] {
  const rows = diffParams(group).different.filter((row) => !row.isBookkeeping && isShort(row))
  const chosen: ParamRow[] = []
  let told = 1
  while (chosen.length < mostParams && told < group.length) {
    const counts = rows.map((row) => countTold(group, [...chosen, row]))
    const most = counts.reduce((a, b) => Math.max(a, b), 0)
    const best = rows[counts.indexOf(most)]
    if (best === undefined || most <= told) break
    chosen.push(best)
    told = most
  }
  return chosen
}

function isShort({ values }: ParamRow): boolean {
  return [...values.values()].every((value) => String(value).length <= longestValue)
}

function countTold(group: readonly Run[], rows: readonly ParamRow[]): number {
  const keyOf = (run: Run): string =>
    JSON.stringify(rows.map(({ values }) => keyOrNone(values.get(run.id))))
  return new Set(group.map(keyOf)).size
}

function keyOrNone(value: ParamValue | undefined): string | null {
  return value === undefined ? null : paramKey(value)
}

/** Returns `lr 3e-4`, as short as people say it; nothing where the run does not have it. */
function paramText(row: ParamRow, runId: string): readonly string[] {
  const value = row.values.get(runId)
  if (value === undefined) return []
  return [`${shortParamName(row)} ${valueText(value)}`]
}

function shortParamName({ field, name }: ParamRow): string {
  if (field === 'learningRate') return 'lr'
  return field === 'seed' ? 'seed' : lastPartOf(name)
}

function valueText(value: ParamValue): string {
  const number = paramNumber(value)
  if (number === null || !Number.isFinite(number)) return String(value).trim()
  const magnitude = Math.abs(number)
  const isPlain = number === 0 || (magnitude >= 1e-3 && magnitude < 1e6)
  return isPlain ? String(number) : number.toExponential().replace('e+', 'e')
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** A name may look like the label of another run: those two get their ids, and all if need be. */
function madeUnique(labels: ReadonlyMap<string, RunLabel>): ReadonlyMap<string, RunLabel> {
  const counts = groupBy([...labels.values()], ({ text }) => text)
  const isOwn = ({ text }: RunLabel): boolean => counts.get(text)?.length === 1
  if ([...labels.values()].every(isOwn)) return labels
  const told = Array.from(labels, ([id, label]): readonly [string, RunLabel] => [
    id,
    isOwn(label) ? label : { text: `${label.text} · ${id}`, kind: 'id' },
  ])
  const texts = new Set(told.map(([, { text }]) => text))
  if (texts.size === told.length) return new Map(told)
  return new Map(Array.from(labels.keys(), (id) => [id, { text: id, kind: 'id' as const }]))
}
