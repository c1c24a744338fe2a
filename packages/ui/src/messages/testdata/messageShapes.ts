import { fileURLToPath } from 'node:url'
import { API, SignatureKind, TypeFlags, type Checker, type Type } from 'typescript/unstable/sync'

/** What a parameter of a message takes. */
export type Shape =
  | { readonly kind: 'text' }
  /** A text that begins in a known way: a metric as an axis. */
  | { readonly kind: 'prefixed'; readonly prefix: string }
  | { readonly kind: 'number' }
  /** A function that writes a number. */
  | { readonly kind: 'write' }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'oneOf'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Shape])[] }

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Returns the parameters of every message that is a function, by its path such as
 * `picker.compareRun`: read from the type `Messages`, so that no message can be forgotten.
 */
export function readMessageShapes(): ReadonlyMap<string, readonly Shape[]> {
  const api = new API({ cwd: packageFolder })
  try {
    const file = `${packageFolder}src/messages/messages.ts`
    const snapshot = api.updateSnapshot({ openProjects: [`${packageFolder}tsconfig.json`] })
    const project = snapshot.getProject(`${packageFolder}tsconfig.json`)
    const source = project?.program.getSourceFile(file)
    if (project === undefined || source === undefined) throw new Error(`${file} cannot be read.`)
    const module = project.checker.getSymbolAtLocation(source)
    const messages = module && project.checker.getMemberInModuleExports(module, 'Messages')
    if (messages === undefined) throw new Error(`${file} exports no type Messages.`)
    const type = project.checker.getDeclaredTypeOfSymbol(messages)
    return new Map(functionsOf(type, '', project.checker))
  } finally {
    api.close()
  }
}

function functionsOf(
  type: Type,
  path: string,
  checker: Checker,
): readonly (readonly [string, readonly Shape[]])[] {
  const [signature] = checker.getSignaturesOfType(type, SignatureKind.Call)
  if (signature !== undefined) {
    const types = checker.getTypeOfSymbol(signature.getParameters())
    return [[path, types.map((each) => shapeOf(defined(each), checker))]]
  }
  if ((type.flags & TypeFlags.Object) === 0 || checker.isArrayType(type)) return []
  const fields = checker.getPropertiesOfType(type)
  const types = checker.getTypeOfSymbol(fields)
  return fields.flatMap(({ name }, i) =>
    functionsOf(defined(types[i]), path === '' ? name : `${path}.${name}`, checker),
  )
}

function shapeOf(type: Type, checker: Checker): Shape {
  if (type.isUnionType()) {
    return { kind: 'oneOf', shapes: type.getTypes().map((each) => shapeOf(each, checker)) }
  }
  if (type.isLiteralType() && typeof type.value !== 'bigint') {
    return { kind: 'value', value: type.value }
  }
  if ((type.flags & TypeFlags.Null) !== 0) return { kind: 'value', value: null }
  if ((type.flags & TypeFlags.String) !== 0) return { kind: 'text' }
  if ((type.flags & TypeFlags.Number) !== 0) return { kind: 'number' }
  if (type.isTemplateLiteralType()) return { kind: 'prefixed', prefix: type.texts[0] ?? '' }
  if (checker.isArrayType(type) && type.isTypeReference()) {
    return { kind: 'list', of: shapeOf(defined(checker.getTypeArguments(type)[0]), checker) }
  }
  if (checker.getSignaturesOfType(type, SignatureKind.Call).length > 0) return { kind: 'write' }
  if (type.isObjectType()) return objectShape(type, checker)
  throw new Error(`No samples are known of ${checker.typeToString(type)}.`)
}

function objectShape(type: Type, checker: Checker): Shape {
  const fields = checker.getPropertiesOfType(type)
  const types = checker.getTypeOfSymbol(fields)
  return {
    kind: 'object',
    fields: fields.map(({ name }, i) => [name, shapeOf(defined(types[i]), checker)] as const),
  }
}

function defined(type: Type | undefined): Type {
  if (type === undefined) throw new Error('A type of the catalogue cannot be read.')
  return type
}
