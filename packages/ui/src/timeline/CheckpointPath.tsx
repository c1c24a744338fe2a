import { useState, type ReactNode } from 'react'
import { writeToClipboard } from '../effects/writeToClipboard.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'
import type { TimelineMessages } from './messages.ts'

export interface CheckpointPathProps {
  readonly path: string
  readonly label: string
  readonly run: string
  readonly messages: TimelineMessages
}

/** Longer paths keep their beginning and their end. */
const pathLength = 40

/** A path to read and to copy whole. Renders a `<span>`. */
export function CheckpointPath({ path, label, run, messages }: CheckpointPathProps): ReactNode {
  const [said, setSaid] = useState<{ readonly path: string; readonly isDone: boolean } | null>(null)
  const copy = async (): Promise<void> => {
    setSaid({ path, isDone: await writeToClipboard(path) })
  }
  const whole = visibleText(path)
  return (
    <span className="runoff-timeline-checkpoint">
      {label}{' '}
      <bdi className="runoff-timeline-path" title={whole}>
        {shortenMiddle(whole, pathLength)}
      </bdi>
      <button
        type="button"
        className="runoff-chart-button"
        aria-label={messages.copyPath(run)}
        onClick={() => void copy()}
      >
        {messages.copy}
      </button>
      <span role="status">
        {said?.path === path && (said.isDone ? messages.copied : messages.copyFailed)}
      </span>
    </span>
  )
}
