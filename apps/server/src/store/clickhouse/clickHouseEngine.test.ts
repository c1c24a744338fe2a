import { describeEngine } from './describeEngine.ts'
import { hasChdb, startChdb } from './startServers.ts'

describeEngine({ name: 'the current ClickHouse engine', isHere: hasChdb, start: startChdb })
