import { cn } from '@/lib/utils'

interface Props {
  className?: string
}

/** Keeps the place of something that is still loading. */
export function Skeleton({ className }: Props) {
  return (
    <span aria-hidden className={cn('block animate-pulse rounded-sm bg-neutral-tint', className)} />
  )
}
