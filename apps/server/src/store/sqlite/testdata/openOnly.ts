// Opens a store and says why that failed.
import { openSqliteStore } from '../sqliteStore.ts'

try {
  await openSqliteStore(process.argv[2] ?? '').close()
} catch (error) {
  process.stdout.write(String(error))
}
