import { clsx } from 'clsx'

interface Props {
  className?: string
}

/** Keeps the place of something that is still loading. */
export function Skeleton({ className }: Props) {
  return (
    <span
      aria-hidden
      className={clsx('block animate-pulse rounded-md bg-neutral-tint', className)}
    />
  )
}
