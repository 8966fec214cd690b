import { type ReactNode, useEffect } from 'react'

interface Props {
  readonly title: string
  readonly lead: string
  readonly children?: ReactNode
}

export function PageHead({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 防骗我最牛管理台`
  }, [title])
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {children !== undefined && <div className="page-tools">{children}</div>}
    </header>
  )
}
