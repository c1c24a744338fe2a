import {
  forwardRef,
  useId,
  useState,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import type { Importance } from '@runoff/core/stats'
import { ImportanceRow } from './ImportanceRow.tsx'
import {
  effectSentence,
  importanceNotes,
  importanceRows,
  importanceSummary,
  shareSentence,
  undefinedSentence,
  type DefinedImportance,
} from './importanceWords.ts'
import type { ImportanceMeasure, ParamMessages } from './messages.ts'
import { useParamContext, type ParamContext } from './paramContext.ts'
import { ParamFigure } from './ParamFigure.tsx'
import { ParamState } from './ParamState.tsx'
import { ParamSelect } from './ParamSelect.tsx'
import { paramLabel } from './paramWords.ts'
import { useChosen } from './useChosen.ts'

export interface ParamImportanceProps extends FigureAttributes {
  /** The answer of `importance`; `null` until there is a first. */
  readonly importance: Importance | null
  /** Of the work, 0 to 1: shown while it is below 1. @default 1 where there is an answer */
  readonly progress?: number | undefined
  /** What the bars show. @default 'correlation' */
  readonly measure?: ImportanceMeasure | undefined
  readonly defaultMeasure?: ImportanceMeasure | undefined
  readonly onMeasureChange?: ((measure: ImportanceMeasure) => void) | undefined
  /** The parameter that another part shows, such as `ParamScatter`. */
  readonly param?: string | null | undefined
  /** Makes the names buttons. */
  readonly onParamChange?: ((param: string) => void) | undefined
}

/**
 * How strongly the objective goes with each parameter, and how sure that is: a bar and a plain
 * sentence each. Needs no provider around it. Renders a `<figure>`, which takes all other attributes.
 */
export const ParamImportance: ForwardRefExoticComponent<
  ParamImportanceProps & RefAttributes<HTMLElement>
> = /* @__PURE__ */ forwardRef<HTMLElement, ParamImportanceProps>(
  function ParamImportance(props, ref) {
    const { importance, progress = importance === null ? 0 : 1, ...rest } = props
    const { measure: given, defaultMeasure = 'correlation', onMeasureChange, ...others } = rest
    const { param = null, onParamChange, ...figure } = others
    const context = useParamContext()
    const { messages } = context
    const words = messages.importance
    const [chosen, choose] = useChosen<ImportanceMeasure>({
      value: given,
      initial: defaultMeasure,
      onChange: onMeasureChange,
    })
    const defined = importance?.kind === 'defined' ? importance : null
    const hasShares = defined?.shares.kind === 'defined'
    const measure = hasShares ? chosen : 'correlation'
    return (
      <ParamFigure
        title={
          defined === null
            ? words.titleAlone
            : words.title(context.formatters.metricWords(defined.objective.metric))
        }
        summary={
          defined === null || defined.params.length === 0 ? '' : importanceSummary(defined, context)
        }
        notes={defined === null ? [] : importanceNotes(defined, context)}
        controls={
          hasShares && (
            <ParamSelect
              label={words.measure}
              options={measures.map((each) => [each, words.measures[each]])}
              value={measure}
              onValueChange={(value) => choose(value === 'share' ? 'share' : 'correlation')}
            />
          )
        }
        table={
          defined === null
            ? null
            : {
                columns: columnsOf(messages),
                rows: () => importanceRows(defined, context, paramLabel),
              }
        }
        figure={{ ...figure, ref }}
      >
        {importance === null && (
          <ParamState height={firstHeightPx}>
            <Working progress={progress} context={context} />
          </ParamState>
        )}
        {importance !== null && progress < 1 && (
          <p className="runoff-param-working">
            <Working progress={progress} context={context} />
          </p>
        )}
        {importance?.kind === 'undefined' && (
          <p className="runoff-param-gate">{undefinedSentence(importance, context)}</p>
        )}
        {defined !== null && (
          <Effects
            importance={defined}
            measure={measure}
            param={param}
            onParamChange={onParamChange}
            context={context}
          />
        )}
      </ParamFigure>
    )
  },
)

/** About as high as the first few parameters will be. */
const firstHeightPx = 200
const measures: readonly ImportanceMeasure[] = ['correlation', 'share']
/** With more parameters than this the weakest are folded away. */
const mostShown = 12

interface EffectsProps extends Pick<ParamImportanceProps, 'onParamChange'> {
  readonly importance: DefinedImportance
  readonly measure: ImportanceMeasure
  readonly param: string | null
  readonly context: ParamContext
}

function Effects(props: EffectsProps): ReactNode {
  const { importance, measure, param, onParamChange, context } = props
  const [isWhole, setWhole] = useState(false)
  const { params } = importance
  const { messages, formatters } = context
  const words = messages.importance
  if (params.length === 0) return <p className="runoff-param-gate">{words.noParams}</p>
  const shown = isWhole ? params : params.slice(0, mostShown)
  return (
    <>
      <p className="runoff-param-measure">{words.aboutMeasure[measure]}</p>
      <ol className="runoff-param-effects">
        {shown.map((effect) => (
          <ImportanceRow
            key={effect.name}
            effect={effect}
            measure={measure}
            sentences={[
              effectSentence(effect, importance, context),
              shareSentence(effect, importance, context),
            ].filter((sentence) => sentence !== null)}
            isChosen={effect.name === param}
            onChoose={onParamChange === undefined ? undefined : () => onParamChange(effect.name)}
          />
        ))}
      </ol>
      {params.length > mostShown && (
        <button
          type="button"
          className="runoff-chart-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.showFew : words.showAll(params.length, formatters.count)}
        </button>
      )}
    </>
  )
}

interface WorkingProps {
  readonly progress: number
  readonly context: ParamContext
}

function Working({ progress, context: { messages, formatters } }: WorkingProps): ReactNode {
  const id = useId()
  const percent = formatters.markedPercent(String(Math.round(progress * 100)))
  return (
    <>
      <label htmlFor={id}>{messages.importance.working(percent)}</label>{' '}
      <progress id={id} max={1} value={progress} />
    </>
  )
}

function columnsOf({ importance: { columns } }: ParamMessages): readonly string[] {
  const { param, runs, rho, rhoP, xi, xiP, kruskalP, adjustedP, share, finding } = columns
  return [param, runs, rho, rhoP, xi, xiP, kruskalP, adjustedP, share, finding]
}
