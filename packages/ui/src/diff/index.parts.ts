export { ParamDiff, type ParamDiffProps } from './ParamDiff.tsx'
export type { DiffMessages } from './messages.ts'
