interface Props {
  children: string
}

export function Kbd({ children }: Props) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line-strong bg-surface px-1 font-sans text-2xs font-medium text-ink-muted">
      {children}
    </kbd>
  )
}
