export { RunComparison, type RunComparisonProps } from './RunComparison.tsx'
export {
  defaultComparisonView,
  type ComparisonView,
  type ComparisonViewInput,
} from './comparisonView.ts'
export type { ComparisonMessages } from './messages.ts'
