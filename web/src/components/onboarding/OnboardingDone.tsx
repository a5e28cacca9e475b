import { PartyPopper } from 'lucide-react'
import { Link } from 'react-router'
import { LinkButton } from '@/components/layout/LinkButton'
import { PageHeader } from '@/components/layout/PageHeader'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Time } from '@/components/ui/Time'
import { useDeployment, useDriftCheck, useWebhooks } from '@/hooks/useWebhooks'
import { useI18n } from '@/lib/i18n'
import { stepPath } from '@/lib/onboardingSteps'
import { toUserMessage } from '@/lib/userMessage'
import { DriftNotice } from './DriftNotice'
import { FirstCalls } from './FirstCalls'
import { WebhookAddresses } from './WebhookAddresses'

/** After the set-up: what is connected, and how to see the first message. */
export function OnboardingDone() {
  const { t } = useI18n()
  const { data: webhooks, error } = useWebhooks()
  const { isRunning, deploy } = useDeployment()
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader title={t('onboarding.done.title')} />
      <Card className="flex flex-wrap items-start gap-4 p-6">
        <span className="grid size-11 place-items-center rounded-xl bg-success-tint text-success-ink">
          <PartyPopper aria-hidden className="size-5" />
        </span>
        <div className="min-w-60 flex-1 space-y-4">
          <div>
            <h2 className="text-lg font-semibold tracking-tight">
              {t('onboarding.done.connected')}
            </h2>
            <p className="text-sm text-ink-muted">{t('onboarding.done.next')}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <LinkButton to="/dashboard">{t('notFound.back')}</LinkButton>
            <LinkButton to="/conversations">{t('onboarding.done.conversations')}</LinkButton>
          </div>
        </div>
      </Card>
      {error === null ? null : <Notice tone="error">{toUserMessage(error, t)}</Notice>}
      {webhooks ? (
        <>
          <DriftNotice
            drift={webhooks.drift}
            isRepairing={isRunning}
            onRepair={() => void deploy()}
          />
          <Card>
            <CardHeader title={t('onboarding.first')} description={t('onboarding.first.lead')} />
            <div className="px-5 pb-5">
              <FirstCalls webhooks={webhooks} />
            </div>
          </Card>
          <Card>
            <CardHeader
              title={t('onboarding.addresses')}
              actions={<DriftCheck at={webhooks.driftCheckedAt} />}
            />
            <div className="px-5 pb-5">
              <WebhookAddresses webhooks={webhooks} />
            </div>
          </Card>
        </>
      ) : null}
      <p className="text-sm text-ink-muted">
        <Link to={stepPath('test')} className="font-medium text-accent-ink hover:underline">
          {t('onboarding.done.test')}
        </Link>
      </p>
    </div>
  )
}

function DriftCheck({ at }: { at: string | null | undefined }) {
  const { t } = useI18n()
  const check = useDriftCheck()
  return (
    <div className="flex flex-wrap items-center gap-3 text-xs text-ink-subtle">
      {at ? (
        <span>
          {t('onboarding.drift.checkedAt')} <Time at={at} format="relative" />
        </span>
      ) : null}
      <Button
        variant="secondary"
        size="sm"
        isLoading={check.isPending}
        onClick={() => check.mutate()}
      >
        {t('onboarding.drift.check')}
      </Button>
      {check.error === null ? null : (
        <span role="alert" className="text-error-ink">
          {toUserMessage(check.error, t)}
        </span>
      )}
    </div>
  )
}
