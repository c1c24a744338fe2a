import type { Objective } from '../run/run.ts'
import {
  completeArrangement,
  completeToolbarSettings,
  defaultArrangement,
  defaultToolbarSettings,
  lossModes,
  type ChartArrangement,
  type ChartToolbarSettings,
  type LossMode,
} from './chartView.ts'
import { completeDiffView, defaultDiffView, type DiffView } from './diffView.ts'
import { completePickerView, defaultPickerView, type PickerView } from './pickerView.ts'
import {
  oneOf,
  readFlag,
  readObject,
  readTextOrNull,
  readTexts,
  readTextsOrNull,
} from './readPart.ts'
import { completeTableView, defaultTableView, type TableView } from './tableView.ts'

/** The part of the curves that is looked at, in the unit of the x axis. */
export interface ViewDomain {
  readonly from: number
  readonly to: number
}

/** What a person has set on the page; plain JSON, so that a link can carry it. */
export interface ComparisonView {
  readonly picker: PickerView
  /** In the order they were selected in. */
  readonly selectedIds: readonly string[]
  /** What runs are judged by; `null` leaves it to the host. */
  readonly objective: Objective | null
  readonly lossMode: LossMode
  /** The metrics that have a chart beside the loss; `null` leaves the choice to the page. */
  readonly metrics: readonly string[] | null
  /** Order and widths of the charts beside the loss, by metric. */
  readonly charts: ChartArrangement
  /** How all charts are drawn. */
  readonly chartSettings: ChartToolbarSettings
  /** What all charts are zoomed to; `null` is everything. */
  readonly xDomain: ViewDomain | null
  readonly table: TableView
  readonly diff: DiffView
  /** The metrics of the timeline; `null` leaves the choice to the page. */
  readonly timelineMetrics: readonly string[] | null
  /** Whether the list of runs is folded to a bar of the selected ones. */
  readonly isPickerCollapsed: boolean
  /** Whether the selected runs are compared in the dialog. */
  readonly isDialogOpen: boolean
}

/** A view of which any part may be left out. */
export type ComparisonViewInput = Partial<
  Omit<ComparisonView, 'picker' | 'charts' | 'chartSettings' | 'table' | 'diff'>
> & {
  readonly picker?: Partial<PickerView>
  readonly charts?: Partial<ChartArrangement>
  readonly chartSettings?: Partial<ChartToolbarSettings>
  readonly table?: Partial<TableView>
  readonly diff?: Partial<DiffView>
}

/** The view that the page starts with. */
export const defaultComparisonView: ComparisonView = {
  picker: defaultPickerView,
  selectedIds: [],
  objective: null,
  lossMode: 'both',
  metrics: null,
  charts: defaultArrangement,
  chartSettings: defaultToolbarSettings,
  xDomain: null,
  table: defaultTableView,
  diff: defaultDiffView,
  timelineMetrics: null,
  isPickerCollapsed: false,
  isDialogOpen: false,
}

/**
 * Returns the whole view that a part of one stands for, whoever wrote it. What is missing, unknown
 * or out of its range is as in `defaultComparisonView`; what a view does not have is dropped.
 */
export function completeView(given: unknown = {}): ComparisonView {
  const part = readObject(given)
  return {
    picker: completePickerView(part.get('picker')),
    selectedIds: readTexts(part.get('selectedIds')),
    objective: readObjective(part.get('objective')),
    lossMode: oneOf(lossModes, part.get('lossMode'), defaultComparisonView.lossMode),
    metrics: readTextsOrNull(part.get('metrics')),
    charts: completeArrangement(part.get('charts')),
    chartSettings: completeToolbarSettings(part.get('chartSettings')),
    xDomain: readDomain(part.get('xDomain')),
    table: completeTableView(part.get('table')),
    diff: completeDiffView(part.get('diff')),
    timelineMetrics: readTextsOrNull(part.get('timelineMetrics')),
    isPickerCollapsed: readFlag(part.get('isPickerCollapsed'), false),
    isDialogOpen: readFlag(part.get('isDialogOpen'), false),
  }
}

function readObjective(given: unknown): Objective | null {
  const part = readObject(given)
  const metric = readTextOrNull(part.get('metric'))
  const goal = part.get('goal')
  return metric !== null && (goal === 'min' || goal === 'max') ? { metric, goal } : null
}

function readDomain(given: unknown): ViewDomain | null {
  const part = readObject(given)
  const from = part.get('from')
  const to = part.get('to')
  if (typeof from !== 'number' || typeof to !== 'number') return null
  if (!Number.isFinite(from) || !Number.isFinite(to) || from >= to) return null
  // JSON has no -0.
  return { from: from + 0, to: to + 0 }
}
