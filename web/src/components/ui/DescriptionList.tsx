import type { ReactNode } from 'react'

interface Props {
  items: readonly { term: string; description: ReactNode }[]
}

/** Names and values, side by side where there is room. */
export function DescriptionList({ items }: Props) {
  return (
    <dl className="divide-y divide-line text-sm">
      {items.map(({ term, description }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]"
        >
          <dt className="text-ink-subtle">{term}</dt>
          <dd className="min-w-0">{description}</dd>
        </div>
      ))}
    </dl>
  )
}
