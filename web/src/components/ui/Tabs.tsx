import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Tab {
  value: string
  label: string
  /** Shown beside the label. */
  count?: string
  content: ReactNode
}

interface Props {
  label: string
  tabs: readonly Tab[]
  /** Leave out where it is nobody else's business which one is open. */
  value?: string
  onValueChange?: (value: string) => void
}

/** Views of one thing, one at a time. */
export function Tabs({ label, tabs, value, onValueChange }: Props) {
  return (
    <Radix.Root
      {...(value === undefined ? { defaultValue: tabs[0]?.value } : { value })}
      {...(onValueChange ? { onValueChange } : {})}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Radix.List
        aria-label={label}
        className="flex gap-5 overflow-x-auto border-b border-line px-5"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="focus-inset -mb-px flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-ink-muted transition-colors hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count ? (
              <span className="tabular text-xs text-ink-subtle">{tab.count}</span>
            ) : null}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          className="focus-inset flex min-h-0 flex-1 flex-col"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
