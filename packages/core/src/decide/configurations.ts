import { cleanModelName } from '../run/modelName.ts'
import { compareRunIds } from '../run/compareRunIds.ts'
import { isBookkeepingParam } from '../run/bookkeeping.ts'
import { paramKey } from '../run/paramKey.ts'
import type { ParamValue, Run } from '../run/run.ts'
import { varyingParams } from '../run/varyingParams.ts'

/** Runs that differ in nothing known but their seed. */
export interface Configuration {
  readonly key: string
  /** The group's name where the runs have one, else the name of the first run. */
  readonly name: string
  /** In the order of their ids. */
  readonly runs: readonly Run[]
  /** The runs of one seed each; the same seed run twice is one replicate. */
  readonly replicates: readonly (readonly Run[])[]
}

/** Names the configuration of a run; `null` leaves it to what is known of the run. */
export type ConfigurationOf = (run: Run) => string | null

export interface ConfigurationsOptions {
  readonly configurationOf?: ConfigurationOf | undefined
  /** The names of the parameters that vary, where they are known already. */
  readonly varying?: readonly string[]
}

/**
 * Returns the runs by configuration, each run in one; the order of the runs does not matter.
 *
 * Runs of one group are replicates if their model, dataset and parameters are equal, seeds and
 * places aside: a group that holds a sweep is no group of seeds. Runs without a group are
 * replicates if, besides, each names a seed of its own. All others stand alone.
 */
export function configurationsOf(
  runs: readonly Run[],
  options: ConfigurationsOptions = {},
): readonly Configuration[] {
  const { configurationOf = () => null, varying = varyingParams(runs) } = options
  const sorted = runs.toSorted(compareRunIds)
  const names = varying.filter((name) => !isBookkeepingParam(name))
  const byKey = new Map<string, Run[]>()
  const columns = names.map((name) => ({ name, texts: new Map<ParamValue, string>() }))
  for (const run of sorted) {
    const key = configurationKey(run, configurationOf(run), columns)
    const held = byKey.get(key)
    if (held === undefined) byKey.set(key, [run])
    else held.push(run)
  }
  return Array.from(byKey).flatMap(([key, members]) => configurations(key, members))
}

/** A parameter that varies, and the JSON text of each of its values, made once. */
interface ParamTexts {
  readonly name: string
  readonly texts: Map<ParamValue, string>
}

function configurationKey(run: Run, named: string | null, columns: readonly ParamTexts[]): string {
  if (named !== null) return JSON.stringify(['host', named])
  if (run.group === null && run.seed === null) return JSON.stringify(['run', run.source, run.id])
  const known = [
    run.group === null ? '"seeds"' : '"group"',
    JSON.stringify([run.group, run.model === null ? null : cleanModelName(run.model), run.dataset]),
    ...columns.map((column) => textOf(run, column)),
  ]
  return `[${known.join()}]`
}

function textOf(run: Run, { name, texts }: ParamTexts): string {
  const value = run.params.get(name)
  if (value === undefined) return 'null'
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(paramKey(value))
  texts.set(value, text)
  return text
}

function configurations(key: string, runs: readonly Run[]): readonly Configuration[] {
  const bySeed = replicatesOf(runs)
  const isGuess = runs[0]?.group === null && !key.startsWith('["host"')
  // Alike in all that is known, and the same seed twice: what tells them apart was not recorded.
  if (isGuess && bySeed.length < runs.length) return runs.map(aloneOf)
  return [{ key, name: nameOf(runs), runs, replicates: bySeed }]
}

function aloneOf(run: Run): Configuration {
  const key = JSON.stringify(['run', run.source, run.id])
  return { key, name: run.name, runs: [run], replicates: [[run]] }
}

function replicatesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const bySeed = new Map<string, Run[]>()
  const unseeded: Run[][] = []
  for (const run of runs) {
    const held = run.seed === null ? undefined : bySeed.get(run.seed)
    if (run.seed === null) unseeded.push([run])
    else if (held === undefined) bySeed.set(run.seed, [run])
    else held.push(run)
  }
  return [...bySeed.values(), ...unseeded]
}

function nameOf(runs: readonly Run[]): string {
  const [first] = runs
  if (runs.length === 1) return first?.name ?? ''
  return first?.group ?? first?.name ?? ''
}
