/** Returns the schema of a query whose parameters are these and no others. */
export function querySchema(properties: Readonly<Record<string, object>>): {
  readonly querystring: object
} {
  return { querystring: { type: 'object', properties, additionalProperties: false } }
}

/** A text of at most `maxLength` characters. */
export function textSchema(maxLength: number): object {
  return { type: 'string', maxLength }
}

/** A parameter that may be repeated, at most `maxItems` times. */
export function listSchema(items: object, maxItems: number): object {
  return { type: 'array', items, maxItems }
}

/** A whole number from 1 on: at most so many of something. */
export const countSchema: object = { type: 'integer', minimum: 1 }
