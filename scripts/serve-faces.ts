import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { RuleError, refusalOf } from '../server/platform/rule-error'
import { DIST } from './project'

const YEAR_SECONDS = 31_536_000
const HASHED = /[.-][0-9A-Za-z_]{6,}\.(js|css|woff2?|png|jpg|svg|wasm)$/

/** The two browser faces, the address of a code, and nothing else of the disk. */
export async function serveFaces(app: FastifyInstance): Promise<void> {
  const setHeaders = (reply: { header(name: string, value: string): unknown }, file: string) =>
    reply.header(
      'cache-control',
      HASHED.test(file) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    )
  await app.register(staticFiles, {
    root: path.join(DIST, 'console'),
    prefix: '/console/',
    redirect: true,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders,
  })
  await app.register(staticFiles, {
    root: path.join(DIST, 'h5'),
    prefix: '/',
    decorateReply: false,
    cacheControl: false,
    setHeaders,
  })
  app.get<{ Params: { scene: string } }>('/c/:scene', async (request, reply) => {
    const scene = encodeURIComponent(request.params.scene.slice(0, 64))
    return reply.redirect(`/#/pages/scan/scan?scene=${scene}`)
  })
  app.get('/console', async (_request, reply) => reply.redirect('/console/'))
  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' && !path.extname(request.url.split('?')[0] ?? '')
    if (page && request.url.startsWith('/console/'))
      return reply.sendFile('index.html', path.join(DIST, 'console'))
    return reply.code(404).send(refusalOf(new RuleError('NOT_FOUND')))
  })
}

/** The pages' inline scripts are allowed one by one, by their hash. */
export async function faceScriptHashes(): Promise<string[]> {
  const pages = await Promise.all(
    ['h5', 'console'].map((face) => readFile(path.join(DIST, face, 'index.html'), 'utf8')),
  )
  return pages.flatMap((html) =>
    [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    ),
  )
}
