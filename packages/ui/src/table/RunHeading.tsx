import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { RunStar } from '../picker/RunStar.tsx'
import { useRunTitle } from '../picker/useRunTitle.ts'
import { RunColor } from '../style/RunColor.tsx'
import type { RunStyle } from '../style/runStyle.ts'

/** Longer names are cut; the whole is in the cell's title. */
const nameLength = 36
const idLength = 12

export interface RunHeadingProps {
  readonly run: Run
  /** Whether another row has a name that looks the same. */
  readonly isRepeated: boolean
  readonly isRecommended: boolean
  readonly style: RunStyle | null
  readonly tabIndex: number
}

/** The head of a row: the run's colour and name. Renders a `<th>`. */
export function RunHeading(props: RunHeadingProps): ReactNode {
  const { run, isRepeated, isRecommended, style, tabIndex } = props
  const { name, id, fullName } = useRunTitle(run, isRepeated)
  return (
    <th scope="row" data-column="run" tabIndex={tabIndex} title={fullName}>
      <span className="runoff-summary-run">
        {style !== null && <RunColor style={style} />}
        <bdi>{shortenName(name, nameLength)}</bdi>
        {id !== null && (
          <small className="runoff-summary-note">
            {' '}
            <bdi>{shortenName(id, idLength)}</bdi>
          </small>
        )}
        {isRecommended && (
          <>
            {' '}
            <RunStar />
          </>
        )}
      </span>
    </th>
  )
}
