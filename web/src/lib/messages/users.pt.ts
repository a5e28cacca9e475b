import type { Translation } from './catalogue'
import type { usersEn } from './users.en'

export const usersPt: Translation<typeof usersEn> = {
  'users.change.body': 'A partir de agora: {role}. Vale desde a próxima requisição.',
  'users.change.title': 'Alterar a função de {name}?',
  'users.choice.admin': 'Administrador',
  'users.choice.genesys': 'Como diz a Genesys Cloud',
  'users.choice.viewer': 'Leitor',
  'users.empty': 'Ninguém entrou ainda',
  'users.failed': 'Não foi possível carregar os usuários',
  'users.lastAdmin': 'Alguém precisa continuar administrador. Nomeie outra pessoa antes.',
  'users.lastSeen': 'Visto por último',
  'users.lead':
    'Todas as pessoas da sua organização que entraram. A função vem da Genesys Cloud, a menos que você decida outra coisa.',
  'users.now': 'Função',
  'users.person': 'Pessoa',
  'users.role': 'Decidida por',
  'users.roleOf': 'Função de {name}',
  'users.you': '(você)',
}
