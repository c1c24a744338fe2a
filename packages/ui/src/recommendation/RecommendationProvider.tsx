import { recommend, type Objective, type Recommendation, type VerdictEvidence } from '@runoff/core'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { reasonText } from './reasonText.ts'
import { useWords } from './useWords.ts'

interface GivenRecommendation {
  readonly recommendation: Recommendation
  /** What the star says. */
  readonly starText: string
}

const RecommendationContext = /* @__PURE__ */ createContext<GivenRecommendation | null>(null)

export interface RecommendationProviderProps {
  /** `null` where there is none yet. */
  readonly recommendation: Recommendation | null
  readonly children?: ReactNode
}

/** Reasons about the run itself, in the order in which they are found; those about data are left out. */
const ownReasons: ReadonlySet<string> = new Set([
  'only-run',
  'best-value',
  'not-best-value',
  'tied',
  'gap',
  'eval-below-train',
  'ruled-out',
])

/**
 * Tells the parts within why a run is recommended and how large the noise is: the star says the
 * reasons, and differences without a percentage are judged. Renders no element.
 */
export function RecommendationProvider({
  recommendation,
  children,
}: RecommendationProviderProps): ReactNode {
  const known = useMemo(() => recommendation ?? recommend([]), [recommendation])
  const words = useWords(known)
  const messages = useMessages().recommendation
  const given = useMemo(() => {
    if (recommendation === null) return null
    const reasons = recommendation.reasons
      .filter(({ code }) => ownReasons.has(code))
      .map((reason) => reasonText(reason, { ...words, reasons: messages.reason, hasPick: true }))
    return { recommendation, starText: messages.recommended(words.formatters.sentences(reasons)) }
  }, [recommendation, words, messages])
  return <RecommendationContext.Provider value={given}>{children}</RecommendationContext.Provider>
}

/** Returns what the star says, `null` where there is no recommendation around. */
export function useStarText(): string | null {
  return useContext(RecommendationContext)?.starText ?? null
}

/** Returns the evidence on an objective, `null` where there is none around. */
export function useGivenEvidence({ metric, goal }: Objective): VerdictEvidence | null {
  const recommendation = useContext(RecommendationContext)?.recommendation
  if (recommendation === undefined) return null
  const { objective, verdict } = recommendation
  return objective.metric === metric && objective.goal === goal ? verdict.evidence : null
}
