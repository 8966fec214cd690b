import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { ContentError, type ContentFault } from './content-error'

interface YamlPart {
  readonly file: string
  readonly text: string
  /** Line of the file on which the text begins, from 1. */
  readonly firstLine: number
}

/** YAML text through a schema; every fault names the file's line. Throws ContentError. */
export function readYaml<T extends z.ZodType>(part: YamlPart, schema: T): z.output<T> {
  const lineCounter = new LineCounter()
  const document = parseDocument(part.text, { lineCounter, prettyErrors: false })
  const fault = (offset: number, expected: string): ContentFault => ({
    file: part.file,
    line: part.firstLine + lineCounter.linePos(offset).line - 1,
    expected,
  })
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map((error) => fault(error.pos[0], `valid YAML, but: ${error.message}`)),
    )
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  throw new ContentError(
    result.error.issues.map((issue) =>
      fault(offsetOf(document, issue.path), `${issue.path.join('.') || 'file'}: ${issue.message}`),
    ),
  )
}

/** Where the value stands, or the nearest parent that exists when it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
