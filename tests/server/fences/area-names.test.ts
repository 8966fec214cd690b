import { likenessOf } from '../../../server/fences/area-names'

const ABOVE = ['岚川市', '云澜县']

test.each([
  ['观海卫镇', '观海卫 镇', 'SPELLING'],
  ['观海卫镇', '观海卫　镇', 'SPELLING'],
  ['第１社区', '第1社区', 'SPELLING'],
  ['买买提·阿村', '买买提阿村', 'SPELLING'],
  ['观海卫镇', '观海卫', 'SUFFIX'],
  ['白沙路街道', '白沙街道', 'SUFFIX'],
  ['白沙路街道', '白沙路街道办事处', 'SUFFIX'],
  ['云澜县浒山街道', '浒山街道', 'SUFFIX'],
  ['岚川市云澜县浒山', '云澜县浒山街道', null],
  ['东一村', '东一社区', 'SUFFIX'],
  ['东一村村委会', '东一村', 'SUFFIX'],
  ['东一村', '东二村', null],
  ['东山村', '西山村', null],
  ['一村', '二村', null],
  ['新村', '新镇', null],
  ['白沙村', '白沙湾村', null],
  ['测试1镇', '测试11镇', null],
])('%s and %s: %s', (a, b, likeness) => {
  expect(likenessOf(a, b, ABOVE)).toBe(likeness)
  expect(likenessOf(b, a, ABOVE)).toBe(likeness)
})
