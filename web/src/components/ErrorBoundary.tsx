import { Component, type ErrorInfo, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/lib/i18n'
import { ChunkLoadError } from '@/lib/lazyPage'

interface Props {
  /** A change of it (the path) gives the children a new chance. */
  resetKey?: string
  children: ReactNode
}

interface State {
  failure: { error: unknown; id: string; resetKey: string | undefined } | null
}

/** Shows a way out instead of a blank page; the stack is for developers only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error, id: crypto.randomUUID().slice(0, 8), resetKey: undefined } }
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    const { failure } = state
    if (failure === null) return null
    if (failure.resetKey === undefined) {
      return { failure: { ...failure, resetKey: props.resetKey ?? '' } }
    }
    return failure.resetKey === (props.resetKey ?? '') ? null : { failure: null }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // biome-ignore lint/suspicious/noConsole: the one place where a failure of the page is recorded
    console.error(`error ${this.state.failure?.id}`, error, info.componentStack)
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return <FailureScreen error={failure.error} id={failure.id} />
  }
}

function FailureScreen({ error, id }: { error: unknown; id: string }) {
  const { t } = useI18n()
  const [isCopied, setCopied] = useState(false)
  const isOutdated = error instanceof ChunkLoadError
  return (
    <div role="alert" className="grid min-h-96 place-items-center p-6">
      <div className="max-w-sm text-center">
        <h1 className="text-xl font-semibold tracking-tight">
          {t(isOutdated ? 'error.chunk.title' : 'error.boundary.title')}
        </h1>
        <p className="mt-2 mb-5 text-ink-muted">
          {t(isOutdated ? 'error.chunk.body' : 'error.boundary.body')}
        </p>
        <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
        <p className="mt-5 text-xs text-ink-subtle">
          {t('error.boundary.id')} <code className="font-mono select-all">{id}</code>
          <Button
            variant="ghost"
            size="sm"
            className="ms-1"
            onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}
          >
            {t(isCopied ? 'action.copied' : 'action.copy')}
          </Button>
        </p>
        {import.meta.env.DEV && error instanceof Error ? (
          <pre className="mt-4 max-w-full overflow-auto text-start text-xs">{error.stack}</pre>
        ) : null}
      </div>
    </div>
  )
}
