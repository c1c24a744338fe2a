import { runStatuses, type RunStatus } from '../run/run.ts'
import { oneOf, readFlag, readObject, readTextOrNull, readTexts } from './readPart.ts'

/** What the runs of the list are put in order by. */
export type PickerSort = 'newest' | 'oldest' | 'best' | 'status'

/** What a person has set in the controls of the list of runs; plain JSON, so that a link can carry it. */
export interface PickerView {
  readonly search: string
  /** Whether `search` is a regular expression. */
  readonly isRegex: boolean
  readonly status: RunStatus | 'all'
  readonly sortBy: PickerSort
  readonly groupByModel: boolean
  /** The models whose runs are folded away, as `cleanModelName` writes them. */
  readonly collapsedModels: readonly string[]
  readonly showArchived: boolean
  /** Whether runs past the first 50 are shown. */
  readonly showAll: boolean
}

/** The view that the list starts with. */
export const defaultPickerView: PickerView = {
  search: '',
  isRegex: false,
  status: 'all',
  sortBy: 'newest',
  groupByModel: false,
  collapsedModels: [],
  showArchived: false,
  showAll: false,
}

const sorts = ['newest', 'oldest', 'best', 'status'] as const

/** Returns the whole view of the list that a part of one stands for. */
export function completePickerView(given: unknown): PickerView {
  const part = readObject(given)
  const plain = defaultPickerView
  return {
    search: readTextOrNull(part.get('search')) ?? plain.search,
    isRegex: readFlag(part.get('isRegex'), plain.isRegex),
    status: oneOf(['all', ...runStatuses], part.get('status'), plain.status),
    sortBy: oneOf(sorts, part.get('sortBy'), plain.sortBy),
    groupByModel: readFlag(part.get('groupByModel'), plain.groupByModel),
    collapsedModels: readTexts(part.get('collapsedModels')),
    showArchived: readFlag(part.get('showArchived'), plain.showArchived),
    showAll: readFlag(part.get('showAll'), plain.showAll),
  }
}
