import { lintArticle } from '../../../domain/content/lint-article'
import { aBody, anArticle } from '../../fixtures/content/pieces'

const rules = (article: ReturnType<typeof anArticle>) => lintArticle(article).map((p) => p.rule)
const withText = (text: string) => anArticle({ blocks: aBody(400, [{ kind: 'text', text }]) })

test('a fit article has nothing to mend', () => {
  expect(lintArticle(anArticle())).toEqual([])
})

test('a problem names the piece, its part and what was found', () => {
  expect(lintArticle(anArticle({ slug: 'tea', title: '点赞就能赚钱的活儿' }))).toEqual([
    { rule: 'benefit-word', where: 'tea:title', found: '赚' },
  ])
})

describe('each rule goes red on its own', () => {
  const source = { name: '公安部公开通报', url: null, asOf: '2024' }
  test.each([
    ['title-length', anArticle({ title: '骗' })],
    ['title-length', anArticle({ title: '长'.repeat(27) })],
    ['summary-length', anArticle({ summary: '字'.repeat(61) })],
    ['summary-length', anArticle({ summary: '太短' })],
    ['no-fraud-type', anArticle({ fraudType: '' })],
    ['no-audience', anArticle({ audiences: [] })],
    ['bad-date', anArticle({ publishedOn: '2026-02-30' })],
    ['reading-time', anArticle({ readingSeconds: 5 })],
    ['no-source', anArticle({ sources: [] })],
    ['source-name', anArticle({ sources: [{ ...source, name: '网' }] })],
    ['source-date', anArticle({ sources: [{ ...source, asOf: '去年' }] })],
    ['source-after-article', anArticle({ sources: [{ ...source, asOf: '2026-11-02' }] })],
    ['source-url', anArticle({ sources: [{ ...source, url: 'http://a.example' }] })],
    ['spoken-length', anArticle({ spoken: '太短了。' })],
    ['spoken-length', anArticle({ spoken: '很长。'.repeat(60) })],
    ['spoken-digits', anArticle({ spoken: `${anArticle().spoken}打96110。` })],
    [
      'link',
      anArticle({ spoken: `${anArticle().spoken}看www点这里。`.replace('www', 'www.a.cn') }),
    ],
    ['body-length', anArticle({ blocks: aBody(200) })],
    ['body-length', anArticle({ blocks: aBody(900) })],
    ['no-advice', anArticle({ blocks: [{ kind: 'text', text: '字'.repeat(400) }] })],
    ['case-unmarked', anArticle({ type: '案例' })],
    ['markup', withText('这里<b>重要</b>')],
    ['markup', withText('甲&nbsp;乙')],
    ['markup', withText('他说**“快点”**然后挂断')],
    ['link', withText('打开 https://a.example 看')],
    ['link', withText('打开 abc.com 看')],
    ['forbidden-figure', withText('2025年紧急止付2170.7万元')],
    ['undated-figure', withText('这类案件占80%')],
    ['undated-figure', withText('拦截短信33亿条')],
    ['personal-number', withText('编号是 123 4567 8901')],
    ['personal-number', withText('证件110101199001011 23X')],
    ['strange-telephone', withText('打95588问一问')],
    ['strange-telephone', withText('打400-123-4567问一问')],
    ['strange-telephone', withText('打0574-12345678问一问')],
    ['strange-telephone', withText('手机13812345678')],
  ])('%s', (rule, article) => {
    expect(rules(article)).toContain(rule)
    expect(new Set(rules(article)).size).toBeLessThanOrEqual(2)
  })
})

describe('what must not be taken for a fault', () => {
  test.each([
    ['the official numbers', '打110，或者96110，短信看12381，火车票看12306。'],
    ['amounts of money', '先交9800，再交12000元，一共少了110000元和95000块。'],
    ['a dated figure', '公安部2024年6月25日公布，平均年龄37岁，占62.1%。'],
    ['a person called 领导', '自称领导的人。'],
    ['articles of a statute', '第31条、第44条、第287条之二。'],
    ['hours and people', '120个人等了115天。'],
  ])('%s', (_what, text) => {
    expect(rules(withText(text))).toEqual([])
  })

  test('领导 in a title promises nobody a gift, 领取 does', () => {
    expect(rules(anArticle({ title: '头像像领导的人' }))).toEqual([])
    expect(rules(anArticle({ title: '快来领取平安' }))).toEqual(['benefit-word'])
  })

  test('a case that says it is adapted', () => {
    const blocks = aBody(400, [{ kind: 'text', text: '（综合改编，人物为化名。）' }])
    expect(rules(anArticle({ type: '案例', blocks }))).toEqual([])
  })
})
