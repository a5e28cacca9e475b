import { CircleQuestionMark } from 'lucide-react'
import { Tooltip } from './Tooltip'

interface Props {
  /** Name of the sign: "What “Messages” means". */
  label: string
  /** The explanation, in a sentence or two. */
  content: string
  className?: string
}

/** A question mark that explains what it stands beside, by pointer or keyboard. */
export function InfoTip({ label, content, className = '' }: Props) {
  return (
    <Tooltip content={content}>
      <button
        type="button"
        aria-label={label}
        className={`grid size-6 shrink-0 place-items-center rounded-full text-ink-subtle hover:text-ink ${className}`}
      >
        <CircleQuestionMark aria-hidden className="size-3.5" />
      </button>
    </Tooltip>
  )
}
