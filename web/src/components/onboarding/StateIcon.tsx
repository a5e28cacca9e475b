import { clsx } from 'clsx'
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  Clock,
  Hand,
  LoaderCircle,
  TriangleAlert,
} from 'lucide-react'

const LOOKS = {
  idle: { icon: CircleDashed, color: 'text-ink-subtle' },
  running: { icon: LoaderCircle, color: 'animate-spin text-accent-ink' },
  success: { icon: CircleCheck, color: 'text-success-ink' },
  done: { icon: CircleCheck, color: 'text-success-ink' },
  warning: { icon: TriangleAlert, color: 'text-warning-ink' },
  error: { icon: CircleX, color: 'text-error-ink' },
  failed: { icon: CircleX, color: 'text-error-ink' },
  skipped: { icon: CircleMinus, color: 'text-ink-subtle' },
  manual: { icon: Hand, color: 'text-warning-ink' },
  waiting: { icon: Clock, color: 'text-accent-ink' },
} as const

export type StepState = keyof typeof LOOKS

interface Props {
  state: StepState
  /** What the sign means. */
  label: string
}

/** How one line of a test or deployment stands. */
export function StateIcon({ state, label }: Props) {
  const { icon: Icon, color } = LOOKS[state]
  return (
    <span className="grid h-5 shrink-0 place-items-center">
      <Icon aria-hidden className={clsx('size-4.5', color)} />
      <span className="sr-only">{label}</span>
    </span>
  )
}
