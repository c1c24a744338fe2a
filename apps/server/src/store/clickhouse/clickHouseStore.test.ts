import { describeEngine } from './describeEngine.ts'
import { hasServer, startServers } from './startServers.ts'

describeEngine({ name: 'a ClickHouse server', isHere: hasServer, start: () => startServers(1) })
