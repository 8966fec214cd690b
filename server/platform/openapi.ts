import * as z from 'zod'
import type { ActionSpec } from '../../contract/action'
import { ACTIONS } from '../../contract/actions'
import { type ErrorCode, STATUS_BY_ERROR_CODE } from '../../contract/errors'

const requestId = { type: 'string', format: 'uuid', description: 'Made by the client.' }

/** OpenAPI 3.1 of every action, generated from the contract. `local` adds the local sign-in. */
export function openapiDocument(local: boolean): object {
  const specs = Object.entries(ACTIONS as Record<string, ActionSpec>)
  return {
    openapi: '3.1.0',
    info: { title: 'Fangpian 防骗我最牛', version: '1' },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(
      specs
        .filter(([, spec]) => local || !spec.localOnly)
        .map(([name, spec]) => [`/api/${name}`, { post: operation(name, spec) }]),
    ),
  }
}

function operation(name: string, spec: ActionSpec): object {
  const input = z.toJSONSchema(spec.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: object
    required?: string[]
  }
  const body = spec.writes
    ? {
        ...input,
        properties: { requestId, ...input.properties },
        required: ['requestId', ...(input.required ?? [])],
      }
    : input
  return {
    operationId: name,
    summary: spec.summary,
    'x-audience': spec.audience,
    security: spec.audience === 'public' ? [] : [{ session: [] }],
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: { 200: okResponse(spec), ...errorResponses(spec) },
  }
}

function okResponse(spec: ActionSpec): object {
  const data = z.toJSONSchema(spec.output, { unrepresentable: 'any' })
  const schema = { type: 'object', properties: { ok: { const: true }, data } }
  return { description: 'Done', content: { 'application/json': { schema } } }
}

function errorResponses(spec: ActionSpec): Record<string, object> {
  const always: ErrorCode[] = ['BAD_INPUT', 'BAD_JSON', 'BODY_TOO_LARGE', 'INTERNAL', 'UNAVAILABLE']
  const session: ErrorCode[] = ['UNAUTHENTICATED', 'SESSION_EXPIRED']
  const write: ErrorCode[] = ['REQUEST_ID_REQUIRED', 'REQUEST_ID_REUSED']
  const codes = [
    ...always,
    ...(spec.audience === 'public' ? [] : session),
    ...(spec.writes ? write : []),
    ...spec.errors,
  ]
  return Object.fromEntries(
    [...groupByStatus(codes)].map(([status, list]) => [
      String(status),
      { description: list.join(', ') },
    ]),
  )
}

function groupByStatus(codes: ErrorCode[]): Map<number, ErrorCode[]> {
  const groups = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const status = STATUS_BY_ERROR_CODE[code]
    groups.set(status, [...(groups.get(status) ?? []), code])
  }
  return groups
}
