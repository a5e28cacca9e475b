import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Props {
  trigger: ReactNode
  /** Of what opens. */
  label: string
  children: ReactNode
}

/** Something to read or do under a button, without leaving the page. */
export function Popover({ trigger, label, children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        aria-label={label}
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className="z-50 w-96 max-w-[calc(100vw-1rem)] animate-rise rounded-lg bg-raised shadow-overlay focus:outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
