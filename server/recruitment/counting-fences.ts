import type { IndexedFence } from '../fences/fence-index'
import type { RecruitmentRow } from './store'

/** The code's own fence; without one, the fences its org answers for. */
export function countingFences(
  row: Pick<RecruitmentRow, 'fence_id' | 'org_id'>,
): (fence: IndexedFence) => boolean {
  return (fence) => (row.fence_id ? fence.fenceId === row.fence_id : fence.orgId === row.org_id)
}
