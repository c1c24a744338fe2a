import { clsx } from 'clsx'
import { useId, type ReactNode, type Ref } from 'react'
import type { FigureAttributes } from '../charts/ChartRoot.tsx'
import { ParamDataTable, type ParamTable } from './ParamDataTable.tsx'

export interface ParamFigureProps {
  /** The name of the figure. */
  readonly title: string
  /** The picture in a sentence or two; said, not shown. Empty where there is none. */
  readonly summary: string
  /** Stands beside the title. */
  readonly controls?: ReactNode
  /** What the picture alone does not say. */
  readonly notes: readonly string[]
  /** `null` where there is nothing to tell. */
  readonly table: ParamTable | null
  /** Attributes of the `<figure>`, with the ref among them. */
  readonly figure: FigureAttributes & { readonly ref: Ref<HTMLElement> }
  readonly children: ReactNode
}

/** The root of every part about parameters: a titled figure of picture, notes and data table. */
export function ParamFigure(props: ParamFigureProps): ReactNode {
  const { title, summary, controls, notes, table, figure, children } = props
  const id = useId()
  return (
    <figure
      {...figure}
      className={clsx('runoff runoff-chart runoff-param', figure.className)}
      aria-labelledby={`${id}title`}
      aria-describedby={summary === '' ? undefined : `${id}summary`}
    >
      <figcaption className="runoff-chart-caption">
        <span id={`${id}title`} className="runoff-chart-title">
          {title}
        </span>
        {summary !== '' && (
          <span id={`${id}summary`} className="runoff-spoken">
            {summary}
          </span>
        )}
      </figcaption>
      <div className="runoff-chart-controls">{controls}</div>
      <div className="runoff-param-body">{children}</div>
      {notes.length > 0 && (
        <div className="runoff-chart-notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {table !== null && <ParamDataTable title={title} table={table} />}
    </figure>
  )
}
