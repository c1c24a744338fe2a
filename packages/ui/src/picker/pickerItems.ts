import type { Run } from '@runoff/core'
import type { PickerSection } from './pickerSections.ts'
import { runKey } from './runKey.ts'

/** One line of the list. */
export type PickerItem =
  | { readonly kind: 'group'; readonly key: string; readonly section: PickerSection }
  | {
      readonly kind: 'run'
      readonly key: string
      readonly section: PickerSection
      readonly run: Run
      /** Place within the section, from 1. */
      readonly position: number
    }

export interface PickerItemsOptions {
  readonly collapsedModels: ReadonlySet<string>
  /** No more runs than this; groups that none is left for are not listed. */
  readonly maxRuns: number
}

/** Returns the lines of the list from top to bottom. */
export function pickerItems(
  sections: readonly PickerSection[],
  { collapsedModels, maxRuns }: PickerItemsOptions,
): readonly PickerItem[] {
  const items: PickerItem[] = []
  let left = maxRuns
  for (const section of sections) {
    if (left <= 0) break
    const { model } = section
    if (model !== null) items.push({ kind: 'group', key: `group ${model}`, section })
    if (model !== null && collapsedModels.has(model)) continue
    const runs = section.runs.slice(0, left)
    // One by one: a call takes no more arguments than a stack has room for.
    for (const [index, run] of runs.entries()) items.push(runItem(section, run, index + 1))
    left -= runs.length
  }
  return items
}

function runItem(section: PickerSection, run: Run, position: number): PickerItem {
  return { kind: 'run', key: `run ${runKey(run)}`, section, run, position }
}
