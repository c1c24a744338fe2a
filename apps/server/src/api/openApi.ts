import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { answersOf, sharedSchemas } from './apiSchemas.ts'
import { readingAccess } from './routeAccess.ts'

/** Has the routes that are added from now on described as OpenAPI. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const [name, schema] of Object.entries(sharedSchemas)) {
    app.addSchema({ $id: name, ...schema })
  }
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Runoff',
        version: '1',
        description: 'Training runs: their parameters, metrics and logs.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          basic: { type: 'http', scheme: 'basic' },
        },
      },
      security: [{ bearer: [] }, { basic: [] }],
      tags: ['experiments', 'runs', 'metrics', 'logs', 'streams', 'server'].map((name) => ({
        name,
      })),
    },
    refResolver: {
      buildLocalReference: ({ $id }, _uri, _fragment, i) =>
        typeof $id === 'string' ? $id : `schema-${i}`,
    },
  })
}

const schema = {
  operationId: 'readOpenApi',
  summary: 'This description.',
  tags: ['server'],
  response: answersOf('An OpenAPI 3.1 document.', { type: 'object' }),
}

/** `GET /api/v1/openapi.json`: what this server answers. */
export function addOpenApiRoute(app: FastifyInstance): void {
  const route = '/api/v1/openapi.json'
  app.get(route, { schema, config: { access: readingAccess } }, async () => app.swagger())
}
