export { ComparisonDialog, type ComparisonDialogProps } from './ComparisonDialog.tsx'
export { RunComparison, type RunComparisonProps } from './RunComparison.tsx'
export type { ComparisonMessages } from './messages.ts'
