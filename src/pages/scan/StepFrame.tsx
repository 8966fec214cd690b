import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { Steps } from '../../components/Steps'
import { scrollToTop } from '../../device/navigation'
import { STEP_NAMES } from './scan-steps'
import './StepFrame.scss'

interface Props {
  at: number
  children: ReactNode
  foot?: ReactNode
}

/** One step: where we are above, the way on under the thumb. */
export function StepFrame({ at, children, foot }: Props) {
  useEffect(scrollToTop, [])
  return (
    <View className="fp-step">
      <View className="fp-step__body">
        <Steps names={STEP_NAMES} at={at} />
        {children}
      </View>
      {foot && <View className="fp-screen__foot">{foot}</View>}
    </View>
  )
}
