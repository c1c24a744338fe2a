import fc from 'fast-check'
import { bands, centers, plainAxes, xScales, yRanges, yScales } from '../chartView.ts'
import type { ComparisonViewInput } from '../comparisonView.ts'

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
  .map((units) => String.fromCharCode(...units))

/** Any text a name may be, halves of surrogate pairs and names of prototypes among them. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  codeUnits,
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '\ud800', 'param:lora.r', '\u0000'),
)

const texts = fc.array(anyText, { maxLength: 6 })
const textsOrNull = fc.option(texts)
const numbers = fc.oneof(fc.double(), fc.constantFrom(NaN, -0, Infinity, 1e21, 5e-324))
const partOf = <Part extends object>(fields: { [Key in keyof Part]: fc.Arbitrary<Part[Key]> }) =>
  fc.record(fields, { requiredKeys: [] })

/** Any view that a host may give; its numbers and lists are not always ones that a view can have. */
export const anyView: fc.Arbitrary<ComparisonViewInput> = partOf({
  picker: partOf({
    search: anyText,
    isRegex: fc.boolean(),
    status: fc.constantFrom('all' as const, 'completed' as const, 'running' as const),
    sortBy: fc.constantFrom('newest' as const, 'best' as const),
    groupByModel: fc.boolean(),
    collapsedModels: texts,
    showArchived: fc.boolean(),
    showAll: fc.boolean(),
  }),
  selectedIds: texts,
  objective: fc.option(
    fc.record({ metric: anyText, goal: fc.constantFrom('min' as const, 'max' as const) }),
  ),
  lossMode: fc.constantFrom('train' as const, 'eval' as const, 'both' as const),
  metrics: textsOrNull,
  charts: partOf({ order: texts, wide: texts }),
  chartSettings: partOf({
    xAxis: fc.oneof(fc.constantFrom(...plainAxes), fc.record({ metric: anyText })),
    xScale: fc.constantFrom(...xScales),
    yScale: fc.constantFrom(...yScales),
    yRange: fc.constantFrom(...yRanges),
    smoothing: fc.oneof(
      fc.record({ kind: fc.constant('ema' as const), weight: numbers }),
      fc.record({ kind: fc.constant('gaussian' as const), sigma: numbers }),
      fc.record({ kind: fc.constant('runningAverage' as const), window: fc.nat(99) }),
    ),
    groupBy: fc.option(anyText),
    center: fc.constantFrom(...centers),
    band: fc.constantFrom(...bands),
    members: fc.constantFrom('hidden' as const, 'shown' as const),
  }),
  xDomain: fc.option(fc.record({ from: numbers, to: numbers })),
  table: partOf({
    sorting: fc.array(fc.record({ column: anyText, isDescending: fc.boolean() }), { maxLength: 3 }),
    columns: textsOrNull,
    pinned: texts,
    widths: fc.array(fc.record({ column: anyText, widthPx: numbers }), { maxLength: 3 }),
    baselineId: fc.option(anyText),
    isGrouped: fc.boolean(),
    isTransposed: fc.boolean(),
  }),
  diff: partOf({ isSameOpen: fc.boolean(), search: anyText, baselineId: fc.option(anyText) }),
  timelineMetrics: textsOrNull,
  isPickerCollapsed: fc.boolean(),
  isDialogOpen: fc.boolean(),
})
