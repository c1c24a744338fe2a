type Schema = Readonly<Record<string, unknown>>

/** Returns the schema of a query whose parameters are these and no others. */
export function querySchema(properties: Readonly<Record<string, object>>): Schema {
  return { type: 'object', properties, additionalProperties: false }
}

/** Returns the schema of a body whose members are these and no others. */
export function bodySchema(
  properties: Readonly<Record<string, object>>,
  required: readonly string[] = [],
): Schema {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** A text of at most `maxLength` characters. */
export function textSchema(maxLength: number, description?: string): Schema {
  return { type: 'string', maxLength, ...(description !== undefined && { description }) }
}

/** A parameter that may be repeated, at most `maxItems` times. */
export function listSchema(items: object, maxItems: number, description?: string): Schema {
  return { type: 'array', items, maxItems, ...(description !== undefined && { description }) }
}

/** A whole number from 1 on: at most so many of something. */
export const countSchema: Schema = { type: 'integer', minimum: 1 }
