import { Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { ROLE_WORDS } from '../../words/people-words'
import { LedgerDrawer } from './LedgerDrawer'
import { type Member, memberColumns } from './member-columns'
import { OrgSelect } from './OrgSelect'

const ROLES = [
  'promoter',
  'volunteer',
  'station_chief',
  'editor',
  'auditor',
  'super_admin',
] as const

/** The people of the scope, names masked; each one's points down to the entries they are made of. */
export function MembersPage() {
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<Member | null>(null)
  const role = ROLES.find((one) => one === params.get('role'))
  const orgId = params.get('org') ?? undefined
  const text = params.get('text') ?? ''
  const list = useList('members.list', {
    limit: 20,
    ...(role === undefined ? {} : { role }),
    ...(orgId === undefined ? {} : { orgId }),
    ...(text === '' ? {} : { text }),
  })
  const filterBy = (name: string, value: string | undefined) =>
    setParams((old) => {
      const next = new URLSearchParams(old)
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
      return next
    })
  return (
    <>
      <PageHead
        title="人员"
        lead="本人授权的显示称呼，未授权的显示化名。点“积分明细”看每一分的来处。"
      >
        <Select
          allowClear
          placeholder="全部角色"
          aria-label="按角色筛选"
          className="filter"
          value={role}
          options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))}
          onChange={(value) => filterBy('role', value)}
          data-testid="filter-role"
        />
        <OrgSelect value={orgId} onChange={(value) => filterBy('org', value)} />
        <Input.Search
          allowClear
          maxLength={40}
          className="search"
          placeholder="昵称或编号"
          aria-label="按昵称或编号查找"
          defaultValue={text}
          onSearch={(value) => filterBy('text', value.trim())}
          data-testid="member-search"
        />
      </PageHead>
      <ListTable
        list={list}
        label="人员"
        testId="table-members"
        rowKey={({ id }) => id}
        empty="没有符合条件的人"
        columns={memberColumns(setOpened)}
      />
      <LedgerDrawer member={opened} onClose={() => setOpened(null)} />
    </>
  )
}
