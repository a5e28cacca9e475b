import { type ReactNode, useId } from 'react'
import { Card, CardHeader } from '@/components/ui/Card'

interface Props {
  title: string
  children: ReactNode
}

/** One kind of parts. */
export function Shelf({ title, children }: Props) {
  const id = useId()
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      <div className="flex flex-wrap items-center gap-3 px-5 pb-5">{children}</div>
    </Card>
  )
}
