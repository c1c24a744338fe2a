import { describeEngine } from './describeEngine.ts'
import { hasServer, startServers } from './startServers.ts'

describeEngine({
  name: 'a cluster of two ClickHouse servers',
  isHere: hasServer,
  start: () => startServers(2),
})
