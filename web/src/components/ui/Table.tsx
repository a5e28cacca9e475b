import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

interface TableProps extends ComponentProps<'table'> {
  /** What the table lists; read out, not shown. */
  caption: string
}

/** Scrolls sideways by itself where it does not fit. */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, a section would be a landmark
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-inset relative w-full overflow-x-auto"
    >
      <table {...rest} className={clsx('w-full border-collapse text-start text-sm', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export function HeaderCell({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={clsx(
        'h-9 border-b border-line px-3 text-xs font-medium whitespace-nowrap text-ink-subtle first:ps-5 last:pe-5',
        className,
      )}
    />
  )
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return (
    <td
      {...rest}
      className={clsx('border-b border-line px-3 py-2 first:ps-5 last:pe-5', className)}
    />
  )
}
