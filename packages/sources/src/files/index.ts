export { filesSource, type FilesSourceOptions } from './filesSource.ts'
export { droppedFiles, textFile, type RunFile } from './runFile.ts'
