import { writeFileSync } from 'node:fs'
import * as path from 'node:path'
import * as z from 'zod'
import type { ActionSpec } from '../contract/action'
import { ACTIONS } from '../contract/actions'
import { type ErrorCode, MESSAGE_BY_ERROR_CODE, STATUS_BY_ERROR_CODE } from '../contract/errors'
import { PROJECT } from './project'

export const REFERENCE = path.join(PROJECT, 'docs/api.md')

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  format?: string
}

/** The reference as Markdown, made from the contract alone. */
export function apiReference(): string {
  const specs = Object.entries(ACTIONS as Record<string, ActionSpec>)
  const errors = (Object.keys(STATUS_BY_ERROR_CODE) as ErrorCode[]).map(
    (code) => `| ${code} | ${STATUS_BY_ERROR_CODE[code]} | ${MESSAGE_BY_ERROR_CODE[code]} |`,
  )
  return [
    '# API reference',
    '',
    'Made from `contract/` by `npm run docs`; a test fails when it is out of date.',
    '',
    'HTTP: `POST /api/<action>` with a JSON body and `Authorization: Bearer <session>`. Event function: `{action, input, requestId}`.',
    'Answers: `{"ok":true,"data":…}` or `{"ok":false,"error":{"code","message","details?"},"requestId"}`.',
    'A writing action takes a client-made UUID `requestId` beside its fields: the same id and body gives the same answer for ever, with another body 409 `REQUEST_ID_REUSED`.',
    'Lists take `cursor` and `limit` and answer `items` and `nextCursor`.',
    '',
    ...specs.flatMap(([name, spec]) => section(name, spec)),
    '## Error codes',
    '',
    '| code | status | what was expected |',
    '| --- | --- | --- |',
    ...errors,
    '',
  ].join('\n')
}

function section(name: string, spec: ActionSpec): string[] {
  const who = typeof spec.audience === 'string' ? spec.audience : spec.audience.join(', ')
  const input = z.toJSONSchema(spec.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const output = z.toJSONSchema(spec.output, { unrepresentable: 'any' }) as Schema
  const marks = [spec.writes ? 'writes' : '', spec.localOnly ? 'local mode only' : ''].filter(
    Boolean,
  )
  return [
    `## ${name}`,
    '',
    `${spec.summary}`,
    '',
    `Door: ${spec.door}. For: ${who}.${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    '',
    `Input: ${fields(input)}`,
    '',
    `Answer: ${fields(output)}`,
    '',
    ...(spec.errors.length > 0 ? [`Refusals: ${[...new Set(spec.errors)].join(', ')}`, ''] : []),
  ]
}

function fields(schema: Schema): string {
  const entries = Object.entries(schema.properties ?? {})
  if (entries.length === 0) return 'nothing'
  const required = new Set(schema.required ?? [])
  return entries
    .map(([name, field]) => `\`${name}${required.has(name) ? '' : '?'}\` ${typeOf(field)}`)
    .join(', ')
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  if (schema.properties) return `{ ${fields(schema)} }`
  return schema.format ?? String(schema.type ?? 'any')
}

if (require.main === module) writeFileSync(REFERENCE, apiReference())
