import { formatCount } from '../../numbers.ts'
import type { indexState as english } from '../en/index-state.ts'

export const indexState: typeof english = {
  reading: (read, total) => `${formatCount(read)} von ${formatCount(total)} gelesen`,
  counting: 'Konten werden gezählt',
  complete: (age) => `Vollständig, ${age}`,
  outdated: 'Nicht aktuell',
  asOf: (time) => `Stand ${time}`,
  unread: 'Noch nicht gelesen',
  checking: 'Suche nach Änderungen',
  justNow: 'gerade eben',
  secondsAgo: (seconds) => `vor ${seconds} s`,
  refresh: 'Jetzt aktualisieren',
}
