import { Lock, Users } from 'lucide-react'
import { PageHeader } from '@/components/layout/PageHeader'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { Skeleton } from '@/components/ui/Skeleton'
import { useSession } from '@/hooks/useAuth'
import { useUsers } from '@/hooks/useUsers'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import { UserTable } from './UserTable'

/** Who signed in here, and what they may do. */
export function UsersPage() {
  const { t } = useI18n()
  const { user } = useSession()
  if (user.role !== 'admin') {
    return (
      <EmptyState
        icon={Lock}
        title={t('accessDenied.title')}
        body={t('accessDenied.body')}
        headingLevel={1}
      />
    )
  }
  return (
    <div className="space-y-6">
      <PageHeader title={t('nav.users')} description={t('users.lead')} />
      <Card>
        <UserList />
      </Card>
    </div>
  )
}

function UserList() {
  const { t } = useI18n()
  const { data: users, error, refetch, isFetching } = useUsers()
  if (users !== undefined && users.length > 0) return <UserTable users={users} />
  if (users !== undefined) {
    return <EmptyState icon={Users} title={t('users.empty')} body={t('users.lead')} />
  }
  if (error === null) return <Skeleton className="m-5 h-32" />
  return (
    <ErrorState
      title={t('users.failed')}
      message={toUserMessage(error, t)}
      requestId={requestIdOf(error)}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  )
}
