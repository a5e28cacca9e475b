import type { Conversation } from '@/types/conversation'

type Contact = Pick<Conversation, 'contactName' | 'waId' | 'phone' | 'username' | 'userId'>

/** How a contact is reached, as people write it: `+49151…`, `@name` or the user id. */
export function contactHandle({ waId, phone, username }: Contact): string {
  if (phone) return phone.startsWith('+') ? phone : `+${phone}`
  if (username) return username.startsWith('@') ? username : `@${username}`
  return /^\d{7,15}$/.test(waId) ? `+${waId}` : waId
}

/** The name the contact gave, or the handle of a contact without one. */
export function contactTitle(contact: Contact): string {
  const name = contact.contactName.trim()
  return name === '' ? contactHandle(contact) : name
}
