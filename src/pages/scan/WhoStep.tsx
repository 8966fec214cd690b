import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'
import { open } from '../../device/navigation'
import { StepFrame } from './StepFrame'
import type { Recruitment } from './scan-steps'
import { WhoCard } from './WhoCard'

interface Props {
  recruitment: Recruitment
  onStart: () => void
}

export function WhoStep({ recruitment, onStart }: Props) {
  const { who, alreadyVolunteer } = recruitment
  return (
    <StepFrame
      at={0}
      foot={
        <>
          <Button onPress={onStart} testId="who-next">
            {alreadyVolunteer ? '再学一课' : '好的，学一课'}
          </Button>
          {alreadyVolunteer && (
            <Button kind="plain" onPress={() => open('/pages/volunteer/card')}>
              看我的志愿者卡
            </Button>
          )}
        </>
      }
    >
      <WhoCard unit={who.unit} promoterName={who.promoterName} verified={who.verified} />
      {alreadyVolunteer && (
        <Notice tone="info" testId="already-volunteer">
          您已经是志愿者了。欢迎再学一课，只是不会重复计数。
        </Notice>
      )}
    </StepFrame>
  )
}
