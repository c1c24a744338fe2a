export type {
  RequestOptions,
  RunEvent,
  RunPage,
  RunQuery,
  RunSource,
  SeriesRequest,
  SeriesResult,
} from './source.ts'
export { defineSource } from './define/defineSource.ts'
export { combineSources, type CombineSourcesOptions } from './combine/combineSources.ts'
