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
}

const ICONS: { readonly [T in Tone]: LucideIcon } = {
  neutral: CircleDashed,
  accent: Clock,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleX,
}

/** A state in colour, sign and words at once. */
export function StatusBadge({ tone, label }: Props) {
  const Icon = ICONS[tone]
  return (
    <Badge tone={tone} className="ps-1.5">
      <Icon aria-hidden className="size-3.5" />
      {label}
    </Badge>
  )
}
