import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { StoreError } from '../../workers/store/store-error.ts'
import { describe, Problem, type ProblemCode } from '../problem.ts'
import { storeProblem } from './store-faults.ts'

/** What Fastify and its plugins throw, by their code. */
const known: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_BAD_URL: 'route.not-found',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.type',
  FST_PARTS_LIMIT: 'upload.too-many',
  FST_FILES_LIMIT: 'upload.too-many',
  FST_FIELDS_LIMIT: 'upload.too-many',
  FST_PROTO_VIOLATION: 'request.malformed',
  FST_REQ_FILE_TOO_LARGE: 'upload.too-large',
  FST_MULTIPART_PREMATURE_CLOSE: 'upload.interrupted',
  ENOSPC: 'server.disk-full',
  EDQUOT: 'server.disk-full',
  ECONNREFUSED: 'server.busy',
  ECONNRESET: 'server.busy',
  ENOTFOUND: 'server.busy',
  EAI_AGAIN: 'server.busy',
  '57P01': 'server.busy',
  '57P02': 'server.busy',
  '57P03': 'server.busy',
  '53300': 'server.busy',
}

function codeOf(error: unknown): ProblemCode | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code = known[String((at as Partial<FastifyError>).code)]
    if (code !== undefined) return code
  }
  return undefined
}

/** Answers that hold what a review has kept: only these can be of another version's shape. */
const isOfReview = (url: string): boolean => /^\/api\/(?:revisions|findings|dossiers)\//.test(url)

/** Any error as the problem to tell; what is no fault of the caller's is told as `server.fault` and nothing more. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError) return storeProblem(error)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      at: `${error.validationContext ?? ''}${instancePath}`,
      message: message ?? '',
    }))
    return new Problem('request.invalid', errors.map(({ at, message }) => `${at}：${message}`).join('；'), { extra: { errors } })
  }
  if (isResponseSerializationError(error)) return new Problem(isOfReview(error.url) ? 'report.outdated' : 'server.fault')
  const code = codeOf(error)
  if (code !== undefined) return new Problem(code)
  return new Problem(error.statusCode === 429 ? 'request.rate' : error.statusCode === 400 ? 'request.malformed' : 'server.fault')
}

const sendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
  reply
    .code(problem.status)
    .headers({ ...problem.headers })
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(describe(problem, `urn:uuid:${request.id}`))

/** Answers every failure as a problem (RFC 9457). A fault of our own is logged whole and told in one sentence. */
export function tellFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500 || isResponseSerializationError(error)) request.log.error({ err: error }, 'request failed')
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('route.not-found')))
}
