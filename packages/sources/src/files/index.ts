export { isArtefact } from './artefacts.ts'
export { filesSource, type FilesSourceOptions } from './filesSource.ts'
export { droppedFiles, textFile, type RunFile } from './runFile.ts'
export { nameMetrics, type MetricNamer } from './form/nameMetrics.ts'
