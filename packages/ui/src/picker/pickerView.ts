import type { RunStatus } from '@runoff/core'

/** What the runs of the list are put in order by. */
export type PickerSort = 'newest' | 'oldest' | 'best' | 'status'

/** What a person has set in the list's controls; plain JSON, so that a link can carry it. */
export interface PickerView {
  readonly search: string
  /** Whether `search` is a regular expression. */
  readonly isRegex: boolean
  readonly status: RunStatus | 'all'
  readonly sortBy: PickerSort
  readonly groupByModel: boolean
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
  showArchived: false,
  showAll: false,
}
