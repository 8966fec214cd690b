import { Screen } from '../../components/Screen'
import { useShareCard } from '../../device/share'
import { CalmCard } from './CalmCard'

export default function CalmPage() {
  useShareCard('正要转账？先停一停，3 个问题帮您看清', '/pages/home/calm')
  return (
    <Screen title="正要转账？先冷静">
      <CalmCard />
    </Screen>
  )
}
