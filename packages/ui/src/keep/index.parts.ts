export { KeepSection, type KeepSectionProps } from './KeepSection.tsx'
export type { KeepMessages } from './messages.ts'
