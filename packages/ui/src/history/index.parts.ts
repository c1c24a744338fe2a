export { RunHistory, type RunHistoryProps } from './RunHistory.tsx'
export type { HistoryMessages } from './messages.ts'
