const ACTION_WORDS: Readonly<Record<string, string>> = {
  'promoters.approve': '通过宣传员申请',
  'promoters.refuse': '退回宣传员申请',
  'codes.revoke': '停用二维码',
  'recruitment.decide': '核实待核积分',
  'fences.import': '导入围栏',
  'history.import': '导入历史招募',
  'content.import': '导入文章',
  'ledger.rebuild': '重算榜单',
}

const TARGET_WORDS: Readonly<Record<string, string>> = {
  promoter_application: '宣传员申请',
  code: '二维码',
  fence: '围栏',
  member: '用户',
  recruitment: '招募',
  article: '文章',
  org: '单位',
  import: '导入批次',
}

/** What was done, in words; an action this console does not know yet is shown as it came. */
export function wordsOfAuditAction(action: string): string {
  return ACTION_WORDS[action] ?? action
}

/** "code:1f0c…" becomes the kind in words and the first characters of the id. */
export function wordsOfTarget(target: string): { kind: string; id: string } {
  const colon = target.indexOf(':')
  if (colon < 0) return { kind: TARGET_WORDS[target] ?? target, id: '' }
  const kind = target.slice(0, colon)
  return { kind: TARGET_WORDS[kind] ?? kind, id: target.slice(colon + 1) }
}
