import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { codeOf } from '../../api/api-error'
import { useSignedIn } from '../../api/session-store'
import { useRead } from '../../api/use-read'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Heading } from '../../components/Heading'
import { Loaded } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { BoardChoice } from './BoardChoice'
import { BoardRows } from './BoardRows'
import { type BoardQuery, fitting, scoreUnit } from './board-query'
import { MyPlace } from './MyPlace'
import { WhyBoards } from './WhyBoards'
import './boards.scss'

const TOP_SIZE = 20

export default function BoardsPage() {
  const [chosen, setChosen] = useState<BoardQuery>({
    role: 'promoter',
    measure: 'recruits',
    period: 'week',
  })
  const query = fitting(chosen)
  const signedIn = useSignedIn()
  const top = useRead('boards.top', { ...query, limit: TOP_SIZE })
  const mine = useRead('boards.mine', query, signedIn)
  const near = useRead('boards.near', query, signedIn)
  usePullDownRefresh(
    () =>
      void Promise.all([top.refetch(), signedIn && mine.refetch(), signedIn && near.refetch()])
        .catch(() => {})
        .then(() => stopPullDownRefresh()),
  )
  const off = top.isError && codeOf(top.error) === 'BOARDS_OFF'

  return (
    <Screen title="榜单" tab="boards">
      <View className="fp-boards__head">
        <Heading level={1}>榜单</Heading>
        <Text className="fp-muted">自愿参加，只为互相鼓劲，不作考核</Text>
      </View>
      <BoardChoice query={query} onChange={setChosen} />
      {off ? (
        <Empty
          icon="trophy"
          title="这里不排榜"
          hint="按减负要求，榜单已经关闭。学习、积分和志愿者身份都不受影响。"
          testId="boards-off"
        />
      ) : (
        <>
          <MyPlace query={query} mine={mine} signedIn={signedIn} />
          <Loaded query={top} skeletons={4}>
            {(data) => (
              <BoardRows rows={data.rows} unit={scoreUnit(query)} members={data.members} />
            )}
          </Loaded>
          {near.data && near.data.rows.length > 1 && (
            <Card testId="board-near">
              <Heading>我的附近</Heading>
              <BoardRows rows={near.data.rows} unit={scoreUnit(query)} />
            </Card>
          )}
          <WhyBoards asOf={top.data?.asOf} />
        </>
      )}
    </Screen>
  )
}
