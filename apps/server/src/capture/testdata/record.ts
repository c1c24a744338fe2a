import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts'
import { recordCommand } from '../recordCommand.ts'
import { storeSink } from '../storeSink.ts'

// Records the command in its arguments, behind the path of the database. With `RUNOFF_TELL` it says
// how much of the log is kept, in bytes, whenever that was acknowledged.
const [path = '', ...command] = process.argv.slice(2)
const store = openSqliteStore(path)
const { exitCode } = await recordCommand({
  command,
  name: null,
  group: null,
  tags: new Map(),
  sinkOf: (run) => {
    const sink = storeSink(() => store, 'trials', run)
    let kept = 0
    return {
      ...sink,
      async append(bytes, printedAtMs) {
        await sink.append(bytes, printedAtMs)
        kept += bytes.length
        if (process.env['RUNOFF_TELL']) writeSync(2, `${kept}\n`)
      },
    }
  },
  onNotice: (text) => process.stderr.write(`notice: ${text}\n`),
})
await store.close()
process.exitCode = exitCode
