import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'

/** Whether answers are what the OpenAPI document says of them. */
export interface DescribedAnswers {
  /** Returns what is wrong with an answer, `null` where it is as described. */
  check(route: { readonly method: string; readonly url: string }, answer: Answer): string | null
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** The path of a route as OpenAPI writes it. */
export function pathOf(url: string): string {
  return url.replaceAll('::', ':').replaceAll(/\/:([a-z_]+)/g, '/{$1}')
}

/** Compiled once for all servers of a process, which describe themselves alike. */
const compiled = new Map<string, ValidateFunction>()

/** Holds answers against the document that the server gives of itself. */
export function describedAnswers(app: FastifyInstance): DescribedAnswers {
  const ajv = new Ajv({ strict: false })
  const document = app.swagger()
  ajv.addSchema(document, 'api')
  const schemaOf = (pointer: string): ValidateFunction => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, validate)
    return validate
  }
  return {
    check({ method, url }, { status, type, body }) {
      const path = pathOf(url)
      const mediaType = type.split(';')[0] ?? ''
      const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content']
      const keys = [...steps, mediaType, 'schema']
      const where = `${method} ${path} ${status} ${mediaType}`
      if (memberAt(document, keys) === undefined) return `${where} is not described`
      const validate = schemaOf(keys.map((key) => `/${escaped(key)}`).join(''))
      const isRight = validate(mediaType.endsWith('json') ? JSON.parse(body) : body)
      return isRight ? null : `${where}: ${JSON.stringify(validate.errors?.[0])}`
    },
  }
}

function memberAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    value,
  )
}

function escaped(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
}
