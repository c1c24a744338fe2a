export type { LogContext, LogFormat, LogLine, LogReader } from './format.ts'
export { createLogParser, type LogParser, type ParseOptions } from './parser.ts'
export { parseLog, type ParsedLog } from './parseLog.ts'
export type { LogPhase, LogRecord } from './record.ts'
