import { useState } from 'react'
import { ConfirmationDialog } from '@/components/layout/ConfirmationDialog'
import { Select } from '@/components/ui/Select'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { Time } from '@/components/ui/Time'
import { useSession } from '@/hooks/useAuth'
import { useConfirmation } from '@/hooks/useConfirmation'
import { useDecideRole } from '@/hooks/useUsers'
import { useI18n } from '@/lib/i18n'
import type { PortalUser } from '@/types/users'

const CHOICES = ['genesys', 'admin', 'viewer'] as const
type Choice = (typeof CHOICES)[number]

interface Props {
  users: readonly PortalUser[]
}

/** Everybody with their role, which an administrator may decide. */
export function UserTable({ users }: Props) {
  const { t } = useI18n()
  const confirmation = useConfirmation('change-role')
  const { mutateAsync } = useDecideRole()
  const [change, setChange] = useState<{ user: PortalUser; choice: Choice } | null>(null)

  const decide = (user: PortalUser, choice: Choice) => {
    setChange({ user, choice })
    confirmation.ask((confirmationToken) =>
      mutateAsync({
        userId: user.id,
        role: choice === 'genesys' ? null : choice,
        confirmationToken,
      }),
    )
  }
  return (
    <>
      <Table caption={t('nav.users')}>
        <thead>
          <tr>
            <HeaderCell>{t('users.person')}</HeaderCell>
            <HeaderCell>{t('users.lastSeen')}</HeaderCell>
            <HeaderCell>{t('users.now')}</HeaderCell>
            <HeaderCell>{t('users.role')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} onDecide={(choice) => decide(user, choice)} />
          ))}
        </tbody>
      </Table>
      <ConfirmationDialog
        confirmation={confirmation}
        title={t('users.change.title', { name: change?.user.name ?? '' })}
        description={t('users.change.body', {
          role: t(`users.choice.${change?.choice ?? 'genesys'}`),
        })}
        refusal={({ code }) => (code === 'LAST_ADMIN' ? t('users.lastAdmin') : undefined)}
      />
    </>
  )
}

interface RowProps {
  user: PortalUser
  onDecide: (choice: Choice) => void
}

function UserRow({ user, onDecide }: RowProps) {
  const { t } = useI18n()
  const session = useSession()
  const chosen = user.roleSource === 'genesys' ? 'genesys' : user.role
  return (
    <tr>
      <Cell>
        <p className="font-medium">
          {user.name}
          {user.id === session.user.id ? (
            <span className="ms-2 text-xs font-normal text-ink-subtle">{t('users.you')}</span>
          ) : null}
        </p>
        <p className="text-xs text-ink-subtle">{user.email}</p>
      </Cell>
      <Cell className="whitespace-nowrap text-ink-muted">
        <Time at={user.lastSeenAt} format="relative" />
      </Cell>
      <Cell className="whitespace-nowrap">{t(`user.role.${user.role}`)}</Cell>
      <Cell>
        <Select
          id={`role-${user.id}`}
          label={t('users.roleOf', { name: user.name })}
          hideLabel
          value={chosen}
          onValueChange={(value) => {
            const choice = CHOICES.find((candidate) => candidate === value)
            if (choice !== undefined && choice !== chosen) onDecide(choice)
          }}
          options={CHOICES.map((value) => ({ value, label: t(`users.choice.${value}`) }))}
          className="w-48"
        />
      </Cell>
    </tr>
  )
}
