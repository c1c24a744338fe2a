import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface ExpectedRun {
  readonly experiment: string
  readonly model: string
  readonly best_eval_loss: number
}

interface Expected {
  readonly best: {
    readonly overall_in_char_lm: string
    readonly by_model_in_char_lm: Readonly<Record<string, string>>
  }
  readonly runs: Readonly<Record<string, ExpectedRun>>
}

const path = fileURLToPath(new URL('../../../fixtures/expected.json', import.meta.url))
const { best, runs } = JSON.parse(readFileSync(path, 'utf8')) as Expected
const nameOf = (id: string): string => id.split('/').at(-1) ?? id

/** The run of the first experiment with the lowest loss. */
export const bestRun: string = nameOf(best.overall_in_char_lm)

/** The best run of each model of the first experiment, by name. */
export const bestOfModels: readonly string[] = Object.values(best.by_model_in_char_lm)
  .map(nameOf)
  .toSorted()

/** Returns the best loss of a run of the first experiment; `NaN` for another name. */
export function lossOf(name: string): number {
  return runs[`char-lm/${name}`]?.best_eval_loss ?? NaN
}
