export { mlflowSource, type MlflowSourceOptions } from './mlflowSource.ts'
export { isMlflow } from './isMlflow.ts'
export type { IdentifyOptions } from '../trackers/trackerOptions.ts'
