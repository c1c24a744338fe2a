import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface WorkProgressProps {
  /** From 0 to 1; at 1 the work is done and nothing is said. */
  readonly progress: number
  /** Whether the answer of an earlier computation is still shown. */
  readonly isAgain: boolean
}

/** Says how far a computation has come. Renders a `<p>`, and nothing when it is done. */
export function WorkProgress({ progress, isAgain }: WorkProgressProps): ReactNode {
  const { evidence } = useMessages()
  const { markedPercent } = useFormatters()
  if (!isWorking(progress)) return null
  const share = Math.max(0, Math.min(1, Number.isFinite(progress) ? progress : 0))
  const percent = markedPercent(String(Math.floor(share * 100)))
  const words = isAgain ? evidence.workingAgain(percent) : evidence.working(percent)
  return (
    <p className="runoff-evidence-progress">
      <progress value={share} max={1} aria-label={words} />
      <span aria-hidden="true">{words}</span>
    </p>
  )
}

/** Whether a computation at this point still goes on. */
export function isWorking(progress: number): boolean {
  return !(progress >= 1)
}
