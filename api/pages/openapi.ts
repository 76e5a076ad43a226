import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pagePolicy } from '../guard/headers.ts'

export const docsPath = '/api/docs'

/** Describes the routes registered after this as OpenAPI 3.1, at /api/openapi.json, with a page to browse and try them. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '园核 ecopark-review',
        version: '0.1.0',
        description:
          '生态工业园区申报与验收材料预审。登录后凭会话 cookie 访问（更改类请求须带 X-CSRF-Token），程序凭令牌（Authorization: Bearer）访问。出错时按 RFC 9457 答复，code 不变，可供程序判断。',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: docsPath, staticCSP: pagePolicy, logLevel: 'warn' })
}

/** The description itself, for programs. */
export function serveDescription(app: FastifyInstance): void {
  let text: string | undefined
  app.get('/api/openapi.json', {
    config: { access: { to: 'everyone' } },
    schema: { tags: ['运行'], summary: '本接口的说明（OpenAPI 3.1）', response: { 200: z.string() } },
    handler: async (_request, reply) => {
      text ??= JSON.stringify(app.swagger())
      return reply
        .type('application/json; charset=utf-8')
        .serializer((sent: string) => sent)
        .send(text)
    },
  })
}
