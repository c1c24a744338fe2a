import { misuse } from './exitCodes.ts'
import { plainName } from './terminal.ts'

/**
 * Returns an address that was named on the command line, where every user of the machine can read it.
 *
 * @throws {RunoffError} `bad-option` where it is none of http or https, or holds a password; `instead`
 * says where that belongs.
 */
export function readAddress(text: string, instead: string): URL {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw misuse(`${plainName(text)} is no address, such as http://127.0.0.1:4870.`)
  }
  if (url.username === '' && url.password === '') return url
  throw misuse(`An address with a password in it can be seen by others: ${instead}.`)
}
