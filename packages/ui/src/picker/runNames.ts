import type { Run } from '@runoff/core'
import { visibleText } from '../format/visibleText.ts'

/** Returns what a run is called: its name, or its id where the name is blank, or `null`. */
export function runName({ name, id }: Pick<Run, 'id' | 'name'>): string | null {
  return [name, id].find((text) => text.trim() !== '') ?? null
}

/** Returns the runs whose names look like that of another run, so that an id must tell them apart. */
export function runsWithRepeatedName<Named extends Pick<Run, 'id' | 'name'>>(
  runs: readonly Named[],
): ReadonlySet<Named> {
  const firsts = new Map<string, Named>()
  const repeated = new Set<Named>()
  for (const run of runs) {
    const looks = looksOf(runName(run) ?? '')
    const first = firsts.get(looks)
    if (first === undefined) firsts.set(looks, run)
    else repeated.add(first).add(run)
  }
  return repeated
}

/** Nearly every name is of these alone, in which nothing hides and nothing looks like another. */
const plainCharacters = /^[ -~]*$/

/** The same for names that a reader cannot tell apart. */
function looksOf(name: string): string {
  const shown = plainCharacters.test(name) ? name : visibleText(name).normalize('NFKC')
  return shown.trim().replaceAll(/\s+/g, ' ')
}
