import { ArrowLeft } from 'lucide-react'
import type { FormEventHandler, ReactNode } from 'react'
import { Link } from 'react-router'
import { UnsavedChangesGuard } from '@/components/layout/UnsavedChangesGuard'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useI18n } from '@/lib/i18n'
import { failureText } from './problems'

interface Props {
  onSubmit: FormEventHandler
  isSubmitting: boolean
  /** Fields that are wrong after a try to go on. */
  problemCount: number
  /** What was refused as a whole; `null`: nothing. */
  failure: unknown
  /** A secret is typed and not stored yet. */
  hasTypedSecret?: boolean
  /** Path of the step before. */
  back?: string
  children: ReactNode
}

/** The frame of a step that is filled in: fields, what is wrong, the way on and back. */
export function StepForm({
  onSubmit,
  isSubmitting,
  problemCount,
  failure,
  hasTypedSecret = false,
  back,
  children,
}: Props) {
  const { t } = useI18n()
  return (
    <form noValidate onSubmit={onSubmit} className="space-y-6">
      {children}
      {problemCount > 0 ? (
        <Notice tone="error">{t('onboarding.problems', { count: problemCount })}</Notice>
      ) : null}
      {failure === null ? null : <Notice tone="error">{failureText(t, failure)}</Notice>}
      <StepActions back={back}>
        <Button type="submit" size="lg" isLoading={isSubmitting}>
          {t(isSubmitting ? 'onboarding.checking' : 'onboarding.continue')}
        </Button>
      </StepActions>
      <UnsavedChangesGuard isDirty={hasTypedSecret} />
    </form>
  )
}

interface ActionsProps {
  back?: string | undefined
  children: ReactNode
}

/** Back on the left, on on the right. */
export function StepActions({ back, children }: ActionsProps) {
  const { t } = useI18n()
  return (
    <div className="flex flex-wrap-reverse items-center justify-between gap-3 border-t border-line pt-5">
      {back ? (
        <Link
          to={back}
          className="inline-flex h-10 items-center gap-2 rounded-md px-2 text-base font-medium text-ink-muted transition-colors hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('onboarding.back')}
        </Link>
      ) : (
        <span />
      )}
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}
