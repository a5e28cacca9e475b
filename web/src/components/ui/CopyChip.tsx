import { clsx } from 'clsx'
import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useI18n } from '@/lib/i18n'

const CONFIRM_MS = 1_600

interface ChipProps {
  value: string
  /** What the value is, for the button's name: "Copy {label}". */
  label: string
  /** Shown instead of the whole value. */
  children?: string
  /** Its greatest width. */
  className?: string
}

/** An id to read and to copy. */
export function CopyChip({ value, label, children, className = 'max-w-full' }: ChipProps) {
  const { t } = useI18n()
  const { isCopied, copy } = useCopy(value)
  return (
    <>
      <button
        type="button"
        title={value}
        onClick={copy}
        className={clsx(
          'inline-flex items-center gap-1.5 rounded-sm border border-line bg-sunken px-1.5 py-px font-mono text-xs text-ink-muted transition-colors hover:border-line-strong hover:text-ink',
          className,
        )}
      >
        <span className="truncate">{children ?? value}</span>
        <CopySign isCopied={isCopied} />
        <span className="sr-only">{t('action.copyOf', { what: label })}</span>
      </button>
      <Announcement isCopied={isCopied} />
    </>
  )
}

interface ButtonProps {
  value: string
  label: string
  /** Shown beside the sign. */
  children: ReactNode
}

/** Copies something that stands beside it. */
export function CopyButton({ value, label, children }: ButtonProps) {
  const { t } = useI18n()
  const { isCopied, copy } = useCopy(value)
  return (
    <>
      <button
        type="button"
        aria-label={t('action.copyOf', { what: label })}
        onClick={copy}
        className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-ink-muted transition-colors hover:bg-hover hover:text-ink"
      >
        {children}
        <CopySign isCopied={isCopied} />
      </button>
      <Announcement isCopied={isCopied} />
    </>
  )
}

function CopySign({ isCopied }: { isCopied: boolean }) {
  const Icon = isCopied ? Check : Copy
  return (
    <Icon
      aria-hidden
      className={clsx('size-3 shrink-0', isCopied ? 'text-success-ink' : 'text-ink-subtle')}
    />
  )
}

/** Beside the button, as screen readers pass over what changes inside one. */
function Announcement({ isCopied }: { isCopied: boolean }) {
  const { t } = useI18n()
  return (
    <span aria-live="polite" className="sr-only">
      {isCopied ? t('action.copied') : null}
    </span>
  )
}

function useCopy(value: string) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true))
  return { isCopied, copy }
}
