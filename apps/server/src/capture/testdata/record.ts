import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts'
import { recordCommand } from '../recordCommand.ts'
import { storeSink } from '../storeSink.ts'

// Records the command in its arguments, behind the path of the database.
const [path = '', ...command] = process.argv.slice(2)
const store = openSqliteStore(path)
const { exitCode } = await recordCommand({
  command,
  name: null,
  group: null,
  tags: new Map(),
  sinkOf: (run) => storeSink(store, 'trials', run),
  onNotice: (text) => process.stderr.write(`notice: ${text}\n`),
})
await store.close()
process.exitCode = exitCode
