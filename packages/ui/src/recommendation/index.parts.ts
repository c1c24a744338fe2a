export { RecommendationPanel, type RecommendationPanelProps } from './RecommendationPanel.tsx'
export {
  RecommendationProvider,
  type RecommendationProviderProps,
} from './RecommendationProvider.tsx'
export type { ConsideredScope, RecommendationMessages } from './messages.ts'
