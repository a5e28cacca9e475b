import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useI18n } from '@/lib/i18n'
import { removeToast, useToastStore } from '@/lib/toasts'

const ICONS = {
  success: { icon: CircleCheck, color: 'text-success-ink' },
  error: { icon: CircleAlert, color: 'text-error-ink' },
  warning: { icon: TriangleAlert, color: 'text-warning-ink' },
  info: { icon: Info, color: 'text-accent-ink' },
}

const DURATION_MS = 5_000
const ACTION_DURATION_MS = 8_000

/** The view of the toast store; there is one on the page. */
export function Toaster() {
  const { t } = useI18n()
  const toasts = useToastStore((store) => store.toasts)
  return (
    <Radix.Provider label={t('toast.region')}>
      {toasts.map(({ id, type, message, duration, action }) => {
        const { icon: Icon, color } = ICONS[type]
        return (
          <Radix.Root
            key={id}
            type={type === 'error' ? 'foreground' : 'background'}
            duration={duration ?? (action ? ACTION_DURATION_MS : DURATION_MS)}
            onOpenChange={(open) => (open ? undefined : removeToast(id))}
            className="flex animate-rise items-start gap-2.5 rounded-lg bg-raised py-2.5 pe-2 ps-3.5 shadow-overlay"
          >
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${color}`} />
            <Radix.Title className="flex-1 text-sm">{message}</Radix.Title>
            {action ? (
              <Radix.Action
                altText={action.label}
                onClick={action.run}
                className="shrink-0 rounded-sm px-1.5 py-0.5 text-sm font-medium text-accent-ink hover:bg-hover"
              >
                {action.label}
              </Radix.Action>
            ) : null}
            <Radix.Close
              aria-label={t('action.close')}
              className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-subtle hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </Radix.Close>
          </Radix.Root>
        )
      })}
      <Radix.Viewport className="fixed end-4 bottom-4 print:hidden z-60 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none" />
    </Radix.Provider>
  )
}
