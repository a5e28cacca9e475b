import type { Translation } from './catalogue'
import type { usersEn } from './users.en'

export const usersEs: Translation<typeof usersEn> = {
  'users.change.body': 'A partir de ahora: {role}. Vale desde su próxima petición.',
  'users.change.title': '¿Cambiar el rol de {name}?',
  'users.choice.admin': 'Administrador',
  'users.choice.genesys': 'Como dice Genesys Cloud',
  'users.choice.viewer': 'Lector',
  'users.empty': 'Nadie ha iniciado sesión aún',
  'users.failed': 'No se han podido cargar los usuarios',
  'users.lastAdmin': 'Alguien tiene que seguir siendo administrador. Nombre antes a otra persona.',
  'users.lastSeen': 'Última visita',
  'users.lead':
    'Todas las personas de su organización que han iniciado sesión. Su rol viene de Genesys Cloud salvo que usted decida otra cosa.',
  'users.now': 'Rol',
  'users.person': 'Persona',
  'users.role': 'Decidido por',
  'users.roleOf': 'Rol de {name}',
  'users.you': '(usted)',
}
