/** Texts of the page on users. */
export const usersEn = {
  'users.change.body': 'From now on: {role}. It holds from their next request on.',
  'users.change.title': 'Change the role of {name}?',
  'users.choice.admin': 'Admin',
  'users.choice.genesys': 'As Genesys Cloud says',
  'users.choice.viewer': 'Viewer',
  'users.empty': 'Nobody has signed in yet',
  'users.failed': 'The users could not be loaded',
  'users.lastAdmin': 'Somebody has to stay an administrator. Make another person one first.',
  'users.lastSeen': 'Last seen',
  'users.lead':
    'Everybody of your organisation who has signed in. Their role comes from Genesys Cloud unless you decide otherwise.',
  'users.now': 'Role',
  'users.person': 'Person',
  'users.role': 'Decided by',
  'users.roleOf': 'Role of {name}',
  'users.you': '(you)',
} as const
