import { Select } from 'antd'
import { useWholeList } from '../../api/use-whole-list'

interface Props {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

export function OrgSelect({ value, onChange }: Props) {
  const orgs = useWholeList('orgs.list', { limit: 50 })
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="全部单位"
      aria-label="按单位筛选"
      className="filter-wide"
      value={value}
      loading={!orgs.complete && orgs.error === null}
      options={orgs.items.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
      data-testid="filter-org"
    />
  )
}
