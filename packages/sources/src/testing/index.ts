export { describeSource } from './describeSource.ts'
export type { MakeSource, SourceUnderTest } from './sourceUnderTest.ts'
