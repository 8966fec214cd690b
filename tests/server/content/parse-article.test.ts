import { ContentError } from '../../../server/content/content-error'
import { parseArticle } from '../../../server/content/parse-article'

const FRONT = `---
title: 点个赞就给钱
type: 手法
summary: 前几单真给钱，第四天才是正戏。
fraud_type: brushing
audiences: [students, parents]
published_on: "2026-10-08"
sources:
  - name: 公安部公开通报
    url: null
    as_of: 2024
spoken30: 街坊们，
  先垫钱的活儿别接。
---
`
const BODY = `
第一行**粗**字，
接着说 free money
and more。

## 怎么办

- 停手
- 打\`110\`

> 慢一点。

\`\`\`chat
them: 姐，先垫300
me: 上次确实到了
\`\`\`
`
const file = 'articles/brushing-how.md'
const parse = (body = BODY, front = FRONT) => parseArticle({ file, text: front + body })

function faultsOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n')
    throw error
  }
  return []
}

test('an article becomes front matter and plain blocks', () => {
  const article = parse()
  expect(article).toMatchObject({
    slug: 'brushing-how',
    type: '手法',
    fraudType: 'brushing',
    audiences: ['students', 'parents'],
    publishedOn: '2026-10-08',
    sources: [{ name: '公安部公开通报', url: null, asOf: '2024' }],
    readingSeconds: 10,
  })
  expect(article.blocks).toEqual([
    { kind: 'text', text: '第一行粗字，接着说 free money and more。' },
    { kind: 'heading', text: '怎么办' },
    { kind: 'list', ordered: false, items: ['停手', '打110'] },
    { kind: 'quote', text: '慢一点。' },
    {
      kind: 'chat',
      lines: [
        { side: 'them', text: '姐，先垫300' },
        { side: 'me', text: '上次确实到了' },
      ],
    },
  ])
})

test('the hash stays when only the layout of the file changes, and moves with a word', () => {
  const first = parse().hash
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(parse(BODY.replaceAll('\n', '\r\n')).hash).toBe(first)
  expect(parse(`${BODY}\n\n`).hash).toBe(first)
  const reordered = FRONT.replace('type: 手法\n', '').replace('---\nt', '---\ntype: 手法\nt')
  expect(parse(BODY, reordered).hash).toBe(first)
  expect(parse(BODY.replace('停手', '收手')).hash).not.toBe(first)
})

describe('a refusal names the file, the line and what was expected', () => {
  test.each([
    ['HTML block', '\n<div>看</div>\n', 16, 'plain Markdown, not HTML'],
    ['inline HTML', '\n一行\n二行<br>三行\n', 17, 'plain Markdown, not HTML'],
    ['HTML in a list', '\n- 一\n- 二<script>\n', 17, 'plain Markdown, not HTML'],
    ['a comment', '\n<!-- x -->\n', 16, 'plain Markdown, not HTML'],
    ['a link', '\n看[这里](https://a.example)\n', 16, 'no links in the body'],
    ['a bare address', '\n看 https://a.example 吧\n', 16, 'no links in the body'],
    ['an image', '\n![图](a.png)\n', 16, 'no images in the body'],
    ['a first-level heading', '\n# 题\n', 16, '## or ###'],
    ['a table', '\n|a|b|\n|-|-|\n|1|2|\n', 16, 'got table'],
    ['a ruler', '\n好\n\n---\n', 18, 'got hr'],
    ['a nested list', '\n- 一\n  - 二\n', 16, 'a flat list'],
    ['another fence', '\n```js\n1\n```\n', 16, 'got code'],
    ['a nameless chat line', '\n```chat\nthem: 好\n嗯\n```\n', 18, '"them: …" or "me: …"'],
    ['a chat of one line', '\n```chat\nthem: 好\n```\n', 16, 'two lines of chat'],
    ['an empty body', '\n', 15, 'a body'],
  ])('%s', (_what, body, line, expected) => {
    const [fault = '', ...more] = faultsOf(() => parse(body))
    expect(more).toEqual([])
    expect(fault).toMatch(new RegExp(`^${file}:${line}: `))
    expect(fault).toContain(expected)
  })

  test.each([
    ['a wrong type', FRONT.replace('手法', '故事'), 3, 'expected one of 案例|手法|趋势|提醒|教程'],
    ['a long summary', FRONT.replace('前几单', '长'.repeat(60)), 4, 'at most 60 characters'],
    ['no audience', FRONT.replace('[students, parents]', '[]'), 6, 'at least one audience'],
    ['a day that never was', FRONT.replace('10-08', '02-30'), 7, 'expected YYYY-MM-DD'],
    ['an unclear as-of', FRONT.replace('2024', '去年'), 11, 'expected YYYY, YYYY-MM or YYYY-MM-DD'],
    ['an http source', FRONT.replace('null', 'http://a.example'), 10, 'https address or null'],
    ['an unknown key', FRONT.replace('fraud_type', 'fraudtype'), 2, 'fraud_type'],
    ['broken YAML', FRONT.replace('[students, parents]', '[students'), 7, 'valid YAML'],
    ['no front matter', 'title: 没有横线\n', 1, 'front matter between --- lines'],
  ])('%s', (_what, front, line, expected) => {
    const faults = faultsOf(() => parse(BODY, front))
    expect(faults.some((fault) => fault.startsWith(`${file}:${line}: `))).toBe(true)
    expect(faults.join('\n')).toContain(expected)
  })

  test('several faults are told at once', () => {
    expect(faultsOf(() => parse('\n# 题\n\n看<br>\n\n|a|\n|-|\n'))).toHaveLength(3)
  })

  test('a file name that is no slug', () => {
    const text = FRONT + BODY
    expect(faultsOf(() => parseArticle({ file: 'articles/刷单.md', text }))[0]).toContain(
      'file name',
    )
  })
})
