import type { ReactNode } from 'react'
import { AnswerLine } from './AnswerLine.tsx'
import type { DetailProps } from './detailProps.ts'
import { Details } from './Details.tsx'
import type { ConsideredScope } from './messages.ts'
import { ScopeLine } from './ScopeLine.tsx'
import { useWords } from './useWords.ts'

export interface AnsweredProps extends Pick<DetailProps, 'recommendation' | 'onOpenRun'> {
  readonly scope: ConsideredScope
}

/** The answer, of what it is said, and what it rests on. */
export function Answered({ recommendation, scope, onOpenRun }: AnsweredProps): ReactNode {
  const words = useWords(recommendation)
  return (
    <>
      <AnswerLine recommendation={recommendation} words={words} onOpenRun={onOpenRun} />
      <ScopeLine recommendation={recommendation} words={words} scope={scope} />
      <Details recommendation={recommendation} words={words} onOpenRun={onOpenRun} />
    </>
  )
}
