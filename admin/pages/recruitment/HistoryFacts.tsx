import { Descriptions, Typography } from 'antd'
import type { Output } from '../../../contract/actions'
import { StateTag } from '../../components/StateTag'
import { wordsOfRule, wordsOfVerdict } from '../../words/recruitment-words'

interface Props {
  readonly history: Output<'recruitment.history'>
}

/** Who, where and by which rule; the raw position is not kept and cannot be shown. */
export function HistoryFacts({ history }: Props) {
  const { fence, fenceVersion, verdict, rule, cell, ruleVersion } = history
  return (
    <Descriptions
      size="small"
      column={2}
      className="history-facts"
      items={[
        { key: 'who', label: '居民', children: history.displayName },
        { key: 'state', label: '状态', children: <StateTag state={history.state} /> },
        {
          key: 'promoter',
          label: '宣传员',
          children: history.promoterName ?? '海报码（计入单位）',
        },
        { key: 'org', label: '单位', children: history.org.name },
        {
          key: 'fence',
          label: '围栏',
          children:
            fence === null
              ? '未划定'
              : `${fence.name}${fenceVersion === null ? '' : `（第 ${fenceVersion} 版）`}`,
        },
        {
          key: 'verdict',
          label: '位置判定',
          children: wordsOfVerdict(verdict, history.state),
        },
        {
          key: 'rule',
          label: '判定依据',
          span: 2,
          children: rule === null ? '—' : `${wordsOfRule(rule)}（${rule}）`,
        },
        {
          key: 'cell',
          label: '位置网格',
          children: cell === null ? '未保留' : `${cell}（约 1 公里见方）`,
        },
        { key: 'version', label: '规则版本', children: ruleVersion ?? '还未裁定' },
        {
          key: 'id',
          label: '编号',
          span: 2,
          children: <Typography.Text copyable>{history.id}</Typography.Text>,
        },
      ]}
    />
  )
}
