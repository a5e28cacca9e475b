import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { Badge, type Tone } from './Badge'

interface Props {
  tone: Tone
  /** What the colour means, in words. */
  label: string
  /** On phones the sign alone is seen; the words are still read out. */
  isCompact?: boolean
}

const ICONS: { readonly [T in Tone]: LucideIcon } = {
  neutral: CircleDashed,
  accent: Clock,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleX,
}

/** A state in colour, sign and words at once. */
export function StatusBadge({ tone, label, isCompact = false }: Props) {
  const Icon = ICONS[tone]
  return (
    <Badge tone={tone} className={isCompact ? 'px-1.5 sm:pe-2' : 'ps-1.5'}>
      <Icon aria-hidden className="size-3.5" />
      <span className={isCompact ? 'max-sm:sr-only' : undefined}>{label}</span>
    </Badge>
  )
}
