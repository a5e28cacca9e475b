import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Props {
  content: string
  /** Something that can have focus. */
  children: ReactNode
  side?: 'top' | 'right'
}

/** A few words on something, by pointer or keyboard. */
export function Tooltip({ content, children, side = 'top' }: Props) {
  return (
    <Radix.Provider delayDuration={250}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 animate-fade rounded-md bg-ink px-2.5 py-1.5 text-xs text-canvas shadow-overlay"
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
