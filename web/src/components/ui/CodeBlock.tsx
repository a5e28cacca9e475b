import { useI18n } from '@/lib/i18n'
import { CopyButton } from './CopyChip'

interface Props {
  /** What it is, for its heading and the copy button. */
  label: string
  code: string
}

/** Text for machines: to read, to scroll sideways, and to copy. */
export function CodeBlock({ label, code }: Props) {
  const { t } = useI18n()
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 ps-3 pe-1 text-xs font-medium text-ink-muted">
        {label}
        <CopyButton value={code} label={label}>
          {t('action.copy')}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className="focus-inset max-h-96 overflow-auto p-3 font-mono text-xs" tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  )
}
