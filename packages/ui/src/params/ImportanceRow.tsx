import type { ReactNode } from 'react'
import { noValue } from '../format/formatNumber.ts'
import type { Formatters } from '../format/formatters.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { formatCoefficient } from './formatParam.ts'
import { importanceBar } from './geometry/importanceBars.ts'
import type { ParamEffect } from '@runoff/core/stats'
import type { ImportanceMeasure } from './messages.ts'
import { paramLabel } from './paramWords.ts'

export interface ImportanceRowProps {
  readonly effect: ParamEffect
  readonly measure: ImportanceMeasure
  /** What these runs say of the parameter. */
  readonly sentences: readonly string[]
  readonly isChosen: boolean
  /** Makes the name a button. */
  readonly onChoose: (() => void) | undefined
}

/** One parameter: its name, its bar, and what that means. Renders an `<li>`. */
export function ImportanceRow(props: ImportanceRowProps): ReactNode {
  const { effect, measure, sentences, isChosen, onChoose } = props
  const formatters = useFormatters()
  const label = <bdi>{paramLabel(effect.name)}</bdi>
  return (
    <li className="runoff-param-effect" data-effect={effect.effect}>
      {onChoose === undefined ? (
        <span className="runoff-param-effect-name">{label}</span>
      ) : (
        <button
          type="button"
          className="runoff-param-effect-name"
          aria-pressed={isChosen}
          onClick={onChoose}
        >
          {label}
        </button>
      )}
      <Bar effect={effect} measure={measure} />
      <p>{formatters.sentences(sentences)}</p>
    </li>
  )
}

/** The bar and its number, which the sentence says as well. */
function Bar({ effect, measure }: Pick<ImportanceRowProps, 'effect' | 'measure'>): ReactNode {
  const { length, isDetected } = importanceBar(effect, measure)
  const formatters = useFormatters()
  return (
    <>
      <svg
        className="runoff-param-bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        width="100%"
        height="10"
        aria-hidden="true"
        focusable="false"
      >
        <line x1="0" x2="100" y1="5" y2="5" />
        {length !== null && (
          <rect
            data-detected={isDetected ? '' : undefined}
            width={Math.max(0.5, Math.round(length * 1000) / 10)}
            height="10"
          />
        )}
      </svg>
      <span className="runoff-param-effect-value" aria-hidden="true">
        <bdi dir="ltr">{length === null ? noValue : numberText(length, measure, formatters)}</bdi>
      </span>
    </>
  )
}

function numberText(length: number, measure: ImportanceMeasure, formatters: Formatters): string {
  return measure === 'share'
    ? formatters.percent(length * 100)
    : formatCoefficient(length, formatters)
}
