import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Output } from '../../contract/actions'
import FeedPage from '../../src/pages/home/feed'
import { answer, requests } from './stand-ins/api'
import { freshPhone, show } from './stand-ins/show'
import { platform } from './stand-ins/taro'

jest.setTimeout(20_000)
const PATIENT = { timeout: 6000 }
beforeEach(() => freshPhone())

const FEED: Output<'content.list'> = {
  items: [
    {
      slug: 'brushing-orders',
      type: '手法',
      title: '点个赞就给钱？',
      summary: '先给甜头，再让您垫钱。',
      fraudType: { id: 'brushing', name: '刷单返利' },
      audiences: [{ id: 'students', name: '学生' }],
      publishedOn: '2026-11-10',
      readingSeconds: 95,
    },
  ],
  nextCursor: null,
}

test('the feed is read without signing in, and a card opens its article', async () => {
  answer('content.list', FEED)
  show(FeedPage)
  expect(screen.getByTestId('loading')).toBeInTheDocument()
  fireEvent.click(await screen.findByTestId('article-card'))
  expect(platform.opened).toEqual(['/pages/article/article?slug=brushing-orders'])
})

test('what to do right now stands above everything, and dials with one tap', () => {
  answer('content.list', 'SILENT')
  show(FeedPage)
  fireEvent.click(screen.getByLabelText('拨打 96110 咨询'))
  fireEvent.click(screen.getByLabelText('拨打 110 报警'))
  expect(platform.dialled).toEqual(['96110', '110'])
})

test('a kind without articles says so kindly', async () => {
  answer('content.list', { items: [], nextCursor: null })
  show(FeedPage)
  expect(await screen.findByTestId('empty')).toHaveTextContent('这一类还没有文章')
})

test('a failed feed offers to try again, and then works', async () => {
  answer('content.list', { refuse: 'INTERNAL' })
  show(FeedPage)
  expect(await screen.findByTestId('error')).toHaveTextContent('服务出了点问题')
  answer('content.list', FEED)
  fireEvent.click(screen.getByTestId('retry'))
  expect(await screen.findByTestId('article-card')).toBeInTheDocument()
})

test('offline, the last feed is shown and said to be from the phone', async () => {
  answer('content.list', FEED)
  const first = show(FeedPage)
  await screen.findByTestId('article-card')
  first.unmount()
  const { queryClient } = await import('../../src/api/query-client')
  act(() => queryClient.clear())
  answer('content.list', 'NO_NETWORK')
  show(FeedPage)
  await waitFor(() => expect(screen.getByTestId('offline')).toBeInTheDocument(), PATIENT)
  expect(screen.getByTestId('offline')).toHaveTextContent('正在看离线内容')
  expect(screen.getByTestId('article-card')).toHaveTextContent('点个赞就给钱？')
})

test('offline on the first visit, the page says the network is down', async () => {
  answer('content.list', 'NO_NETWORK')
  show(FeedPage)
  await waitFor(() => expect(screen.getByTestId('error')).toHaveTextContent('网络不通'), PATIENT)
})

test('a filter asks the server for that type only', async () => {
  answer('content.list', FEED)
  show(FeedPage)
  await screen.findByTestId('article-card')
  fireEvent.click(screen.getByRole('radio', { name: '案例' }))
  await waitFor(() => {
    const asked = requests.filter(({ action }) => action === 'content.list')
    expect(asked[asked.length - 1]?.body).toMatchObject({ type: '案例' })
  })
})

test('a server without demo people shows no personas', async () => {
  answer('content.list', FEED)
  answer('session.personas', { refuse: 'UNKNOWN_ACTION' })
  show(FeedPage)
  await screen.findByTestId('article-card')
  expect(screen.queryByTestId('welcome')).toBeNull()
})
