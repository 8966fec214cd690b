import { readFileSync } from 'node:fs'
import { ACTIONS } from '../../contract/actions'
import { apiReference, REFERENCE } from '../../scripts/write-api-reference'

test('the API reference is what the contract says', () => {
  expect(readFileSync(REFERENCE, 'utf8')).toBe(apiReference())
  for (const name of Object.keys(ACTIONS)) expect(apiReference()).toContain(`## ${name}\n`)
})
