/** Words of the run list and of the bar below it. */
export interface PickerMessages {
  /** The name of the region that holds the list, and its heading. */
  readonly region: string
  readonly search: string
  readonly searchHint: string
  readonly regularExpression: string
  readonly regularExpressionSign: string
  readonly wrongExpression: (reason: string) => string
  readonly expressionUnavailable: string
  readonly status: string
  readonly allStatuses: string
  readonly sortBy: string
  /** A status in the filter, with how many runs have it: 'Failed (3)'. */
  readonly statusCount: (status: string, count: number, write: (count: number) => string) => string
  readonly newest: string
  readonly oldest: string
  readonly bestValue: (metric: string) => string
  readonly byStatus: string
  readonly groupByModel: string
  /** Folds every group, so that the names of the models remain. */
  readonly collapseAll: string
  readonly expandAll: string
  readonly showArchived: string
  /** Folds the whole list to a line. */
  readonly hideList: string
  readonly showList: string
  /** How many runs are found, of how many: '12 of 24 runs'. */
  readonly foundRuns: (found: number, total: number, write: (count: number) => string) => string
  readonly archivedHidden: (count: number, write: (count: number) => string) => string
  readonly pickSome: (max: number, write: (count: number) => string) => string
  readonly pickOneMore: string
  /** Why the remaining checkboxes are disabled. */
  readonly limitReached: (max: number, write: (count: number) => string) => string
  /** What was selected of runs that there was no room for: 'Took 2 of 5: …'. */
  readonly notAllTaken: (
    taken: number,
    wanted: number,
    max: number,
    write: (count: number) => string,
  ) => string
  /** The name of a run's checkbox. */
  readonly compareRun: (name: string) => string
  /** Tells two runs apart whose names look the same. */
  readonly nameAndId: (name: string, id: string) => string
  readonly unnamedRun: string
  readonly unknownModel: string
  /** Beside a group's name: '(3 runs)'. */
  readonly groupCount: (count: number, write: (count: number) => string) => string
  /** Beside a group's name: the best value of its runs. */
  readonly groupBest: (metric: string, value: string) => string
  readonly selectGroup: string
  readonly deselectGroup: string
  /** The full name of the two: it begins with what the button shows. */
  readonly ofGroup: (action: string, group: string) => string
  /** The list's name where it is not grouped. */
  readonly allRuns: string
  readonly best: string
  readonly tiedBest: string
  readonly bestDetail: (metric: string, value: string) => string
  readonly worse: (percent: string) => string
  readonly worseDetail: (metric: string, value: string, best: string) => string
  readonly recommended: string
  readonly archived: string
  /** The names of the button at the end of a row. */
  readonly archiveRun: (name: string) => string
  readonly restoreRun: (name: string) => string
  /** A number of runs: '3 runs'. */
  readonly someRuns: (count: number, write: (count: number) => string) => string
  /** The button that archives several: `runs` is such as '3 runs'. */
  readonly archiveRuns: (runs: string) => string
  /** Said once it is done, of one run's name or of such as '3 runs'. */
  readonly didArchive: (what: string) => string
  readonly didRestore: (what: string) => string
  readonly undo: string
  /** Said once it is undone. */
  readonly undone: string
  readonly archiveFailed: string
  /** The name of the region where this is said. */
  readonly notices: string
  readonly closeNotice: string
  /** The badge of a run's best value: 'Loss: 0.2345'. */
  readonly value: (metric: string, value: string) => string
  readonly noMetrics: string
  readonly noMetricsYet: string
  readonly noValue: (metric: string) => string
  readonly atStep: (step: string, total: string | null) => string
  readonly atEpoch: (epoch: string, total: string | null) => string
  readonly stoppedAtStep: (step: string, total: string | null) => string
  readonly stoppedAtEpoch: (epoch: string, total: string | null) => string
  readonly showAll: (count: number, write: (count: number) => string) => string
  readonly showFewer: string
  readonly loadMore: string
  readonly loadAll: string
  readonly stopLoading: string
  /** That a search goes through the loaded runs alone; `total` where the source tells it. */
  readonly onlyLoaded: (loaded: string, total: string | null) => string
  readonly loadingMore: string
  readonly loadedRuns: (loaded: number, total: number, write: (count: number) => string) => string
  readonly loading: string
  readonly failed: string
  readonly stale: string
  readonly retry: string
  readonly empty: string
  readonly emptyHint: string
  readonly noMatch: (search: string) => string
  readonly noMatchOfFilters: string
  readonly clearFilters: string
  readonly allArchived: string
  /** The name of the bar of selected runs. */
  readonly selectedRuns: string
  readonly selectedCount: (count: number, write: (count: number) => string) => string
  readonly removeRun: (name: string) => string
  readonly clearSelection: string
  readonly compareSelected: (count: number, write: (count: number) => string) => string
}

const runs = (count: number, write: (count: number) => string): string =>
  `${write(count)} ${count === 1 ? 'run' : 'runs'}`

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const ofTotal = (done: string, total: string | null): string =>
  total === null ? done : `${done} of ${total}`

export const pickerMessages: PickerMessages = {
  region: 'Runs',
  search: 'Search runs',
  searchHint: 'Name, model or dataset',
  regularExpression: 'Regular expression',
  regularExpressionSign: '.*',
  wrongExpression: (reason) => `Not a regular expression: ${reason}. Every run is shown.`,
  expressionUnavailable: 'Regular expressions could not be loaded. Every run is shown.',
  status: 'Status',
  allStatuses: 'All',
  sortBy: 'Sort by',
  newest: 'Newest',
  oldest: 'Oldest',
  bestValue: (metric) => `Best ${lowerFirst(metric)}`,
  byStatus: 'Status',
  statusCount: (status, count, write) => `${status} (${write(count)})`,
  groupByModel: 'Group by model',
  collapseAll: 'Collapse all',
  expandAll: 'Expand all',
  showArchived: 'Show archived',
  hideList: 'Hide list',
  showList: 'Show list',
  foundRuns: (found, total, write) =>
    found === total ? runs(total, write) : `${write(found)} of ${runs(total, write)}`,
  archivedHidden: (count, write) => `${write(count)} archived hidden`,
  pickSome: (max, write) =>
    Number.isFinite(max) ? `Select 2 to ${write(max)} runs to compare` : 'Select runs to compare',
  pickOneMore: 'Select one more run to compare',
  limitReached: (max, write) => `At most ${runs(max, write)} can be compared`,
  notAllTaken: (taken, wanted, max, write) =>
    `Took ${write(taken)} of ${write(wanted)}: at most ${runs(max, write)} can be compared`,
  compareRun: (name) => `Compare ${name}`,
  nameAndId: (name, id) => `${name} (${id})`,
  unnamedRun: 'Unnamed run',
  unknownModel: 'Unknown Model',
  groupCount: (count, write) => `(${runs(count, write)})`,
  groupBest: (metric, value) => `Best ${lowerFirst(metric)} ${value}`,
  selectGroup: 'Select all',
  deselectGroup: 'Deselect',
  ofGroup: (action, group) => `${action}: ${group}`,
  allRuns: 'All runs',
  best: 'Best',
  tiedBest: 'Tied best',
  bestDetail: (metric, value) => `Best ${metric}: ${value}`,
  worse: (percent) => `${percent} worse`,
  worseDetail: (metric, value, best) => `${metric} ${value}, the best has ${best}`,
  recommended: 'Recommended',
  archived: 'Archived',
  archiveRun: (name) => `Archive ${name}`,
  restoreRun: (name) => `Restore ${name}`,
  someRuns: runs,
  archiveRuns: (what) => `Archive ${what}`,
  didArchive: (what) => `Archived ${what}`,
  didRestore: (what) => `Restored ${what}`,
  undo: 'Undo',
  undone: 'Undone',
  archiveFailed: 'That could not be done. Everything is as it was.',
  notices: 'Notices',
  closeNotice: 'Close',
  value: (metric, value) => `${metric}: ${value}`,
  noMetrics: 'No metrics',
  noMetricsYet: 'No metrics yet',
  noValue: (metric) => `No value of ${metric}`,
  atStep: (step, total) => `Step ${ofTotal(step, total)}`,
  atEpoch: (epoch, total) => `Epoch ${ofTotal(epoch, total)}`,
  stoppedAtStep: (step, total) => `Stopped at step ${ofTotal(step, total)}`,
  stoppedAtEpoch: (epoch, total) => `Stopped at epoch ${ofTotal(epoch, total)}`,
  showAll: (count, write) => `Show all ${runs(count, write)}`,
  showFewer: 'Show fewer',
  loadMore: 'Load more runs',
  loadAll: 'Load all runs',
  stopLoading: 'Stop loading',
  onlyLoaded: (loaded, total) =>
    total === null
      ? `Only the ${loaded} loaded runs are searched and sorted`
      : `Only the ${loaded} loaded of ${total} runs are searched and sorted`,
  loadingMore: 'Loading more runs',
  loadedRuns: (loaded, total, write) => `${write(loaded)} of ${runs(total, write)} loaded`,
  loading: 'Loading runs',
  failed: 'The runs could not be loaded.',
  stale: 'The list could not be brought up to date.',
  retry: 'Try again',
  empty: 'No runs yet',
  emptyHint: 'They appear here as soon as the source has some.',
  noMatch: (search) => `No run matches “${search}”`,
  noMatchOfFilters: 'No run matches these filters',
  clearFilters: 'Clear filters',
  allArchived: 'Every run is archived',
  selectedRuns: 'Selected runs',
  selectedCount: (count, write) => `${runs(count, write)} selected`,
  removeRun: (name) => `Remove ${name}`,
  clearSelection: 'Clear',
  compareSelected: (count, write) => `Compare selected (${write(count)})`,
}
