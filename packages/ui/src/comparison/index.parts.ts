export { RunComparison, type RunComparisonProps } from './RunComparison.tsx'
export type { ComparisonMessages } from './messages.ts'
