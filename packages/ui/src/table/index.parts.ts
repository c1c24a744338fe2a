export { SummaryTable, type SummaryTableProps } from './SummaryTable.tsx'
export type { SummaryColumnId } from './summaryColumns.ts'
export type { SummarySorting } from './sortSummary.ts'
export type { TableMessages } from './messages.ts'
