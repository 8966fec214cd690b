import { Button as TaroButton } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Press.scss'

interface Props {
  children?: ReactNode
  onPress?: (() => void) | undefined
  className?: string | undefined
  label?: string | undefined
  disabled?: boolean | undefined
  role?: 'button' | 'tab' | 'checkbox' | 'radio' | 'switch' | 'link' | undefined
  /** The state that a screen reader announces for a tab, a tick or a switch. */
  on?: boolean | undefined
  testId?: string | undefined
  /** WeChat's own powers, such as 'share'. */
  openType?: 'share' | undefined
}

/**
 * Anything that can be tapped. In a browser it is a real <button>, because Taro's own has neither
 * role nor keyboard focus there.
 */
export function Press({ children, onPress, className = '', ...props }: Props) {
  const classes = `fp-press ${className}${props.disabled ? ' fp-press--off' : ''}`
  const aria = {
    'aria-label': props.label,
    'data-testid': props.testId,
    ...(props.role === 'tab' ? { 'aria-selected': props.on } : {}),
    ...(props.on !== undefined && props.role !== 'tab' ? { 'aria-checked': props.on } : {}),
  }
  if (process.env.TARO_ENV === 'h5') {
    const { disabled, role } = props
    return (
      <button
        type="button"
        className={classes}
        onClick={onPress}
        disabled={disabled}
        role={role}
        {...aria}
      >
        {children}
      </button>
    )
  }
  return (
    <TaroButton
      className={classes}
      hoverClass="fp-press--down"
      disabled={props.disabled ?? false}
      onClick={() => onPress?.()}
      {...(props.openType ? { openType: props.openType } : {})}
      {...aria}
      aria-role={props.role ?? 'button'}
    >
      {children}
    </TaroButton>
  )
}
