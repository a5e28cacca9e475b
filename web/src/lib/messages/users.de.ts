import type { Translation } from './catalogue'
import type { usersEn } from './users.en'

export const usersDe: Translation<typeof usersEn> = {
  'users.change.body': 'Ab jetzt: {role}. Das gilt ab dem nächsten Aufruf.',
  'users.change.title': 'Rolle von {name} ändern?',
  'users.choice.admin': 'Admin',
  'users.choice.genesys': 'Wie in Genesys Cloud',
  'users.choice.viewer': 'Betrachter',
  'users.empty': 'Noch hat sich niemand angemeldet',
  'users.failed': 'Die Nutzer konnten nicht geladen werden',
  'users.lastAdmin': 'Jemand muss Administrator bleiben. Ernennen Sie zuerst eine andere Person.',
  'users.lastSeen': 'Zuletzt gesehen',
  'users.lead':
    'Alle aus Ihrer Organisation, die sich angemeldet haben. Ihre Rolle kommt aus Genesys Cloud, solange Sie nichts anderes bestimmen.',
  'users.now': 'Rolle',
  'users.person': 'Person',
  'users.role': 'Bestimmt durch',
  'users.roleOf': 'Rolle von {name}',
  'users.you': '(Sie)',
}
