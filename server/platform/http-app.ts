import helmet from '@fastify/helmet'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Identity } from './identity'
import { openapiDocument } from './openapi'
import { RuleError, refusalOf } from './rule-error'
import { type Deps, serve } from './serve'

/** Larger bodies are refused before they are read: no action of this version needs more. */
const BODY_BYTES_MAX = 256 * 1024

export interface HttpOptions {
  readonly deps: Deps
  readonly isReady: () => Promise<boolean>
  /** `'sha256-…'` of each inline script of the pages served here. */
  readonly scriptHashes: readonly string[]
}

/** The HTTP door: POST /api/<action>, GET /healthz, /readyz, /openapi.json. */
export function httpApp(options: HttpOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_BYTES_MAX,
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: (_error, request, reply: FastifyReply) =>
      reply.code(404).send(envelope(request, unknownAction())),
  })
  app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: csp(options) } })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const rule = ruleFromHttpError(error)
    if (rule.code === 'INTERNAL') options.deps.log.error({ err: error }, 'a request failed')
    reply.code(rule.status).send(envelope(request, refusalOf(rule)))
  })
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await options.isReady()
    return reply.code(ready ? 200 : 503).send({ ok: ready })
  })
  app.get('/openapi.json', async () => openapiDocument(options.deps.local))
  app.all('/api/*', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (request.method !== 'POST') return reply.code(404).send(envelope(request, unknownAction()))
    const { requestId, ...input } = bodyOf(request)
    const { status, answer } = await serve(options.deps, {
      action: (request.params as { '*': string })['*'],
      input,
      requestId: requestId ?? request.headers['x-request-id'],
      identity: identityOf(request, options.deps.local),
    })
    return reply.code(status).send(envelope(request, answer, requestId))
  })
  return app
}

function csp({ scriptHashes }: HttpOptions): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...scriptHashes],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'self'"],
  }
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const body = request.body ?? {}
  if (typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>
  throw new RuleError('BAD_JSON', { expected: 'a JSON object' })
}

function identityOf(request: FastifyRequest, local: boolean): Identity {
  const source = local ? 'local' : 'http'
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token) return { kind: 'session', token, source }
  return { kind: 'nobody', source }
}

const unknownAction = () =>
  refusalOf(new RuleError('UNKNOWN_ACTION', { expected: 'POST /api/<action>' }))

function envelope(request: FastifyRequest, answer: object, requestId?: unknown): object {
  return { ...answer, requestId: typeof requestId === 'string' ? requestId : request.id }
}

function ruleFromHttpError(error: FastifyError | RuleError): RuleError {
  if (error instanceof RuleError) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new RuleError('BODY_TOO_LARGE', { expected: `at most ${BODY_BYTES_MAX} bytes` })
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return new RuleError('BAD_JSON', { expected: 'a JSON object' })
  return new RuleError('INTERNAL')
}
