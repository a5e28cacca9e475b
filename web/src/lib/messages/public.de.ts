import type { Translation } from './catalogue'
import type { publicEn } from './public.en'

export const publicDe: Translation<typeof publicEn> = {
  'action.copy': 'Kopieren',
  'app.name': 'Agent Portal',
  'action.close': 'Schließen',
  'action.copied': 'Kopiert',
  'action.copyOf': '{what} kopieren',
  'action.reload': 'Seite neu laden',
  'action.retry': 'Erneut versuchen',
  'error.boundary.title': 'Etwas ist schiefgegangen',
  'error.boundary.body': 'Auf dieser Seite ist ein Fehler aufgetreten. Neu laden hilft meistens.',
  'error.boundary.id': 'Fehler-ID',
  'error.chunk.title': 'Es gibt eine neue Version',
  'error.chunk.body':
    'Agent Portal wurde aktualisiert, während diese Seite offen war. Laden Sie sie neu.',
  'error.forbidden': 'Ihre Rolle erlaubt das nicht.',
  'error.notFound': 'Das gibt es nicht oder nicht mehr.',
  'error.network': 'Agent Portal ist nicht erreichbar. Prüfen Sie die Verbindung.',
  'error.rateLimited': 'Zu viele Anfragen. Warten Sie einen Moment.',
  'error.requestId': 'Anfrage-ID',
  'error.unavailable':
    'Agent Portal ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.',
  'error.unexpected':
    'Das hat nicht geklappt. Bleibt es dabei, nennen Sie dem Support die Anfrage-ID.',
  'language.label': 'Sprache',
  loading: 'Wird geladen…',
  'login.title': 'Anmelden',
  'login.lead': 'Mit Ihrem Konto von Genesys Cloud.',
  'login.region': 'Region von Genesys Cloud',
  'login.regionHint': 'Sie melden sich bei Genesys Cloud unter {host} an.',
  'login.regionsFailed': 'Die Liste der Regionen konnte nicht geladen werden.',
  'login.submit': 'Weiter mit Genesys Cloud',
  'login.redirecting': 'Genesys Cloud wird geöffnet…',
  'login.expired': 'Ihre Sitzung ist beendet. Melden Sie sich an, um dort weiterzumachen.',
  'login.signedOut': 'Sie sind abgemeldet.',
  'login.pitch': 'Genesys Cloud und WhatsApp, verbunden.',
  'login.pitchLead': 'Jede Nachricht im Blick: was hereinkam, was hinausging und was daraus wurde.',
  'login.pitchLive': 'Gespräche in Echtzeit, mit Zustellverlauf',
  'login.pitchSafe': 'Zugangsdaten versiegelt, jede Änderung protokolliert',
  'login.pitchWatch': 'Fehler mit einem Grund, den man versteht',
  'callback.failed': 'Die Anmeldung ist fehlgeschlagen',
  'callback.denied':
    'Genesys Cloud hat die Anmeldung nicht zugelassen, oder sie wurde dort abgebrochen.',
  'callback.stale': 'Diese Anmeldung ist abgelaufen oder wurde schon benutzt. Beginnen Sie neu.',
  'callback.rejected': 'Genesys Cloud hat die Anmeldung abgelehnt.',
  'callback.genesysDown':
    'Genesys Cloud antwortet gerade nicht. Versuchen Sie es in ein paar Minuten.',
  'callback.again': 'Zurück zur Anmeldung',
  'session.unreachable': 'Agent Portal ist nicht erreichbar',
}
