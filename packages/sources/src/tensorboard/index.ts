export { tensorboardSource, type TensorboardSourceOptions } from './tensorboardSource.ts'
export { isTensorboard } from './isTensorboard.ts'
export type { IdentifyOptions } from '../trackers/trackerOptions.ts'
