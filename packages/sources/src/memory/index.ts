export {
  memorySource,
  type MemoryRun,
  type MemorySourceOptions,
  type SeriesInput,
} from './memorySource.ts'
