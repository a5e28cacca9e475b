import { clsx } from 'clsx'
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Props {
  trigger: ReactNode
  /** Of what opens. */
  label: string
  align?: 'start' | 'end'
  /** Its width. */
  className?: string
  children: ReactNode
}

/** Something to read or do under a button, without leaving the page. */
export function Popover({ trigger, label, align = 'end', className = 'w-96', children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        aria-label={label}
        align={align}
        sideOffset={6}
        collisionPadding={8}
        className={clsx(
          'z-50 max-w-[calc(100vw-1rem)] animate-rise rounded-lg bg-raised shadow-overlay focus:outline-none',
          className,
        )}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
