import { Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useList } from '../../api/use-list'
import { ListTable } from '../../components/ListTable'
import { PageHead } from '../../components/PageHead'
import { APPLICATION_WORDS } from '../../words/people-words'
import { ApproveDialog } from './ApproveDialog'
import { type Application, applicationColumns } from './application-columns'
import { CodeGivenDialog } from './CodeGivenDialog'
import { RefuseDialog } from './RefuseDialog'

type Status = Application['status']

const STATUSES: readonly Status[] = ['waiting', 'approved', 'refused']
const EMPTY: Readonly<Record<Status, string>> = {
  waiting: '没有等待审批的申请。有人申请时，总览会先提醒您。',
  approved: '还没有通过的申请',
  refused: '没有退回的申请',
}

/** Who may stand in the street for a unit: approve, or refuse with a reason the applicant reads. */
export function ApplicationsPage() {
  const [params, setParams] = useSearchParams()
  const status = STATUSES.find((one) => one === params.get('status')) ?? 'waiting'
  const list = useList('promoters.applications', { status, limit: 20 })
  const [approving, setApproving] = useState<Application | null>(null)
  const [refusing, setRefusing] = useState<Application | null>(null)
  const [given, setGiven] = useState<{ name: string; codeId: string } | null>(null)
  return (
    <>
      <PageHead
        title="宣传员审批"
        lead="通过后，申请人成为该单位的宣传员，并立即得到一个专属二维码。"
      >
        <Segmented<Status>
          value={status}
          options={STATUSES.map((value) => ({ value, label: APPLICATION_WORDS[value] }))}
          onChange={(value) => setParams(value === 'waiting' ? {} : { status: value })}
          data-testid="filter-status"
        />
      </PageHead>
      <ListTable
        list={list}
        label="宣传员申请"
        testId="table-applications"
        rowKey={({ id }) => id}
        empty={EMPTY[status]}
        minWidth={status === 'waiting' ? 960 : 1160}
        columns={applicationColumns(status, setApproving, setRefusing)}
      />
      <ApproveDialog
        application={approving}
        onClose={() => setApproving(null)}
        onApproved={(name, codeId) => {
          setApproving(null)
          setGiven({ name, codeId })
        }}
      />
      <RefuseDialog application={refusing} onClose={() => setRefusing(null)} />
      <CodeGivenDialog given={given} onClose={() => setGiven(null)} />
    </>
  )
}
