import type { ChangeEvent, ReactNode } from 'react'

/** Taro's components as plain HTML: they are the platform, and jsdom cannot run its web components. */
interface Props {
  children?: ReactNode
  className?: string
  onClick?: () => void
  [attribute: string]: unknown
}

function attributesOf(props: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(props).filter(
    ([name]) => /^(data|aria)-/.test(name) && name !== 'aria-role',
  )
  const role = props['aria-role']
  return { ...Object.fromEntries(kept), ...(role ? { role } : {}) }
}

export function View({ children, className, onClick, ...rest }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the platform's View takes taps too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise.
    <div className={className} onClick={onClick} {...attributesOf(rest)}>
      {children}
    </div>
  )
}

export const ScrollView = View

export function Text({ children, className, ...rest }: Props) {
  return (
    <span className={className} {...attributesOf(rest)}>
      {children}
    </span>
  )
}

export function Image({ src, ...rest }: Props & { src: string }) {
  return <img src={src} alt="" {...attributesOf(rest)} />
}

interface FieldProps extends Props {
  value?: string
  placeholder?: string
  onInput?: (event: { detail: { value: string } }) => void
}

export function Input({ value, placeholder, onInput, ...rest }: FieldProps) {
  return (
    <input
      value={value}
      placeholder={placeholder}
      onChange={(event: ChangeEvent<HTMLInputElement>) =>
        onInput?.({ detail: { value: event.target.value } })
      }
      {...attributesOf(rest)}
    />
  )
}

export const Textarea = Input

export function Button({ children, onClick, disabled, ...rest }: Props & { disabled?: boolean }) {
  return (
    <button type="button" onClick={onClick} disabled={disabled} {...attributesOf(rest)}>
      {children}
    </button>
  )
}
