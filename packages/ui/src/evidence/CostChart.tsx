import type { DefinedCost } from './answers.ts'
import type { Run } from '@runoff/core'
import type { CostComparison } from '@runoff/core/stats'
import { clsx } from 'clsx'
import {
  forwardRef,
  useId,
  useMemo,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { CheaperContender } from './CheaperContender.tsx'
import { CostDataTable } from './CostDataTable.tsx'
import { CostLegend } from './CostLegend.tsx'
import type { CostUnit } from './costMessages.ts'
import { CostPlot } from './CostPlot.tsx'
import { costRuns, type CostRuns } from './costRuns.ts'
import { costNotes, costSummary } from './costText.ts'

export interface CostChartProps extends Omit<ComponentPropsWithoutRef<'figure'>, 'children'> {
  readonly comparison: CostComparison
  /** Runs that cannot be ruled out as the best; their marks are stars. */
  readonly contenders?: readonly Run[]
  /** What lies along x. @default 'gpuHours' */
  readonly unit?: CostUnit
  /** What prices are counted in, as it is written after them: 'EUR'. @default '' */
  readonly currency?: string
  /** Of the whole figure, in CSS pixels. @default all there is */
  readonly width?: number
  /** Of the plot with its axes, in CSS pixels. @default 300 */
  readonly height?: number
}

const noRuns: readonly Run[] = []

/**
 * What runs cost against what they reached, with the runs that no other beats in both. Renders a
 * `<figure>`.
 */
export const CostChart: ForwardRefExoticComponent<CostChartProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, CostChartProps>(function CostChart(props, ref) {
    const { comparison, contenders = noRuns, unit = 'gpuHours', currency = '', ...rest } = props
    const { width, height = 300, ...figure } = rest
    const { evidence } = useMessages()
    const titleId = useId()
    const runs = useMemo(
      () => (comparison.kind === 'defined' ? costRuns(comparison, unit, contenders) : null),
      [comparison, unit, contenders],
    )
    return (
      <figure
        {...figure}
        ref={ref}
        className={clsx('runoff runoff-chart runoff-evidence-cost', figure.className)}
        style={width === undefined ? figure.style : { width, ...figure.style }}
        aria-labelledby={titleId}
      >
        <figcaption className="runoff-chart-caption">
          <span id={titleId} className="runoff-chart-title">
            {evidence.cost.title}
          </span>
        </figcaption>
        {comparison.kind === 'undefined' || runs === null ? (
          <p className="runoff-chart-meaning">
            {comparison.kind === 'undefined' && (
              <>
                {evidence.noAnswer(evidence.reasons[comparison.reason])}
                {comparison.reason === 'no-cost' && ` ${evidence.cost.howToTell}`}
              </>
            )}
          </p>
        ) : (
          <CostBody
            comparison={comparison}
            runs={runs}
            unit={unit}
            currency={currency}
            width={width}
            height={height}
          />
        )}
      </figure>
    )
  })

interface CostBodyProps {
  readonly comparison: DefinedCost
  readonly runs: CostRuns
  readonly unit: CostUnit
  readonly currency: string
  readonly width: number | undefined
  readonly height: number
}

function CostBody(props: CostBodyProps) {
  const { comparison, runs, unit, currency, width, height } = props
  const { evidence, charts } = useMessages()
  const formatters = useFormatters()
  const { objective, rows, excluded } = comparison
  const all = useMemo(
    () => [...rows.map(({ run }) => run), ...excluded.map(({ run }) => run)],
    [rows, excluded],
  )
  const nameOf = useRunNames(all)
  const summaryId = useId()
  const context = useMemo(
    () => ({ messages: evidence.cost, formatters, objective, unit, currency, nameOf }),
    [evidence, formatters, objective, unit, currency, nameOf],
  )
  if (runs.total === 0) return <p className="runoff-chart-meaning">{evidence.cost.nothing}</p>
  return (
    <>
      <CheaperContender comparison={comparison} runs={runs} context={context} />
      <p id={summaryId} className="runoff-chart-meaning">
        {costSummary(runs, context)}
      </p>
      {runs.drawn.length > 0 && (
        <>
          <CostPlot
            runs={runs.drawn}
            context={context}
            summaryId={summaryId}
            width={width}
            height={height}
          />
          <CostLegend runs={runs.drawn} messages={evidence.cost} />
        </>
      )}
      <div className="runoff-chart-notes">
        {costNotes(runs, { ...context, andMore: charts.andMore }).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {runs.drawn.length > 0 && <CostDataTable runs={runs.drawn} context={context} />}
    </>
  )
}
