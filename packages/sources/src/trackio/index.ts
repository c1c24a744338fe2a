export { trackioSource, type TrackioSourceOptions } from './trackioSource.ts'
export { isTrackio } from './isTrackio.ts'
export type { IdentifyOptions } from '../trackers/trackerOptions.ts'
