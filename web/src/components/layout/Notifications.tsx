import { clsx } from 'clsx'
import { Bell, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Popover } from '@/components/ui/Popover'
import { type Alert, useAlerts } from '@/hooks/useAlerts'
import { useI18n } from '@/lib/i18n'

/** What wants attention, from every page. */
export function Notifications() {
  const { t } = useI18n()
  const alerts = useAlerts()
  const count = alerts?.length ?? 0
  const trigger = (
    <Button
      variant="ghost"
      size="icon"
      className="relative"
      aria-label={count > 0 ? t('alerts.openCount', { count }) : t('alerts.title')}
    >
      <Bell aria-hidden className="size-4" />
      {count > 0 ? (
        <span
          aria-hidden
          className={clsx(
            'absolute end-1.5 top-1.5 size-2 rounded-full ring-2 ring-canvas',
            alerts?.some(({ severity }) => severity === 'critical') ? 'bg-error' : 'bg-warning',
          )}
        />
      ) : null}
    </Button>
  )
  return (
    <Popover label={t('alerts.title')} trigger={trigger} className="w-88">
      <h2 className="border-b border-line px-4 py-3 text-sm font-semibold">{t('alerts.title')}</h2>
      <AlertList alerts={alerts} />
      <p className="border-t border-line px-4 py-2.5 text-xs text-ink-subtle">
        {t('alerts.watched')}
      </p>
    </Popover>
  )
}

function AlertList({ alerts }: { alerts: readonly Alert[] | undefined }) {
  const { t } = useI18n()
  if (alerts === undefined) {
    return <p className="px-4 py-6 text-sm text-ink-muted">{t('alerts.unknown')}</p>
  }
  if (alerts.length === 0) {
    return (
      <p className="flex items-center gap-2.5 px-4 py-6 text-sm text-ink-muted">
        <CircleCheck aria-hidden className="size-4 text-success-ink" />
        {t('alerts.none')}
      </p>
    )
  }
  return (
    <ul className="max-h-96 divide-y divide-line overflow-y-auto">
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} />
      ))}
    </ul>
  )
}

function AlertRow({ alert }: { alert: Alert }) {
  const { t } = useI18n()
  const isCritical = alert.severity === 'critical'
  const Icon = isCritical ? CircleAlert : TriangleAlert
  const name = t(alert.subject === 'whatsappToken' ? 'token.whatsapp' : 'token.genesys')
  const title = () => {
    if (alert.kind === 'credential-missing') return t('alerts.missing', { name })
    if (alert.kind === 'credential-expired') return t('token.banner.expired', { name })
    return t('token.banner.ends', { name, count: alert.days })
  }
  return (
    <li className="flex items-start gap-2.5 px-4 py-3 text-sm">
      <Icon
        aria-hidden
        className={clsx(
          'mt-0.5 size-4 shrink-0',
          isCritical ? 'text-error-ink' : 'text-warning-ink',
        )}
      />
      <div>
        <p className="font-medium">{title()}</p>
        <p className="text-xs text-ink-muted">{t('token.banner.body')}</p>
      </div>
    </li>
  )
}
