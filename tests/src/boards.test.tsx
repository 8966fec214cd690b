import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { Output } from '../../contract/actions'
import BoardsPage from '../../src/pages/boards/boards'
import { answer, requests } from './stand-ins/api'
import { freshPhone, show, signIn } from './stand-ins/show'

beforeEach(() => freshPhone())

const row = (rank: number, displayName: string, score: number, me = false) => ({
  rank,
  displayName,
  unit: null,
  score,
  me,
})
const TOP: Output<'boards.top'> = {
  periodKey: '2026-W47',
  rows: [row(1, '甲', 9), row(1, '乙', 9, true), row(3, '丙', 4)],
  members: 3,
  asOf: '2026-11-22T04:00:00Z',
}

test('equal scores share a rank and the next one is skipped', async () => {
  answer('boards.top', TOP)
  show(BoardsPage)
  const rows = await screen.findAllByTestId('board-row')
  expect(rows.map((one) => one.getAttribute('aria-label'))).toEqual([
    '第1名并列，甲，9人',
    '第1名并列，乙，9人',
    '第3名，丙，4人',
  ])
})

test('my own place is pinned above the list with the way to the next', async () => {
  signIn()
  answer('boards.top', TOP)
  answer('boards.mine', {
    periodKey: '2026-W47',
    mine: { rank: 3, score: 4, members: 3, toNext: 5 },
  })
  answer('boards.near', { periodKey: '2026-W47', rows: TOP.rows })
  show(BoardsPage)
  expect(await screen.findByTestId('my-rank')).toHaveTextContent('3')
  expect(screen.getByTestId('my-place')).toHaveTextContent('再有 5 人 就追上前一位')
})

test('the volunteers have a board of points only', async () => {
  answer('boards.top', TOP)
  show(BoardsPage)
  fireEvent.click(screen.getByTestId('role-volunteer'))
  await waitFor(() =>
    expect(requests[requests.length - 1]?.body).toMatchObject({
      role: 'volunteer',
      measure: 'points',
    }),
  )
  expect(screen.queryByTestId('measure-recruits')).toBeNull()
})

test('where the boards are off, the page says that nothing else is lost', async () => {
  answer('boards.top', { refuse: 'BOARDS_OFF' })
  show(BoardsPage)
  expect(await screen.findByTestId('boards-off')).toHaveTextContent('不受影响')
})
