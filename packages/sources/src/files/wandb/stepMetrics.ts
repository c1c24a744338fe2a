import type { Goal } from '@runoff/core'
import { textOf, type Field } from '../binary/protobuf.ts'

/** What the script said of its metrics with `define_metric`. */
export interface MetricRules {
  add(fields: readonly Field[]): void
  /** The metric that places another, `null` where none was named. */
  stepMetricOf(name: string): string | null
  /** Which end of a metric is better, where the script said so. */
  goals(): ReadonlyMap<string, Goal>
}

/** Returns rules that say nothing yet. */
export function metricRules(): MetricRules {
  const exact = new Map<string, string>()
  const globs: (readonly [string, string])[] = []
  const goals = new Map<string, Goal>()
  return {
    add(fields) {
      const text = (number: number): string => {
        const field = fields.find((candidate) => candidate.number === number)
        return field === undefined ? '' : textOf(field)
      }
      const name = text(1)
      const glob = text(2)
      const step = text(4)
      const goal = fields.find(({ number }) => number === 8)?.int
      if (step !== '' && name !== '') exact.set(name, step)
      if (step !== '' && glob !== '') globs.push([glob, step])
      if (name !== '' && (goal === 1 || goal === 2)) goals.set(name, goal === 1 ? 'min' : 'max')
    },
    stepMetricOf(name) {
      const own = exact.get(name)
      if (own !== undefined) return own
      return globs.findLast(([glob]) => fits(name, glob))?.[1] ?? null
    },
    goals: () => goals,
  }
}

/** W&B allows a star at the end of a name alone. */
function fits(name: string, glob: string): boolean {
  return glob.endsWith('*') ? name.startsWith(glob.slice(0, -1)) : name === glob
}
