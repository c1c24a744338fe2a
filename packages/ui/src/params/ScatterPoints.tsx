import { memo, type MemoExoticComponent, type ReactNode } from 'react'
import type { Run } from '@runoff/core'
import { markerPath } from '../geometry/markerPolygon.ts'
import type { RunStyles } from '../style/RunStylesProvider.tsx'

/** A run at its place in the plot, in CSS pixels. */
export interface PlacedRun {
  readonly run: Run
  readonly x: number
  readonly y: number
}

export interface ScatterPointsProps {
  readonly points: readonly PlacedRun[]
  /** The looks that runs have elsewhere on the page, `null` where there is no other part. */
  readonly styles: RunStyles | null
}

const radiusPx = 4
/** With more points than this each is drawn smaller. */
const mostLarge = 300
const smallRadiusPx = 2.5

/** Draws one mark per run, in its own look where it has one. Renders a `<g>`. */
export const ScatterPoints: MemoExoticComponent<(props: ScatterPointsProps) => ReactNode> =
  /* @__PURE__ */ memo(function ScatterPoints({ points, styles }: ScatterPointsProps): ReactNode {
    const radius = points.length > mostLarge ? smallRadiusPx : radiusPx
    return (
      <g>
        {points.map(({ run, x, y }) => {
          const style = styles?.get(run.id)
          return (
            <path
              key={JSON.stringify([run.source, run.id])}
              className={style === undefined ? 'runoff-param-point' : styledPoint}
              data-run={run.id}
              data-color={style?.colorVariable.slice('--runoff-color-'.length)}
              d={markerPath(style?.marker ?? 'circle', { x, y }, radius)}
            />
          )
        })}
      </g>
    )
  })

/** The class of a run's dot sets its colour by attribute; nothing else in it is of use to a path. */
const styledPoint = 'runoff-run-color runoff-param-point'
