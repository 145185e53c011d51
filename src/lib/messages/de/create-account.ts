import type { createAccount as english } from '../en/create-account.ts'

export const createAccount: typeof english = {
  action: 'Neues Konto',
  title: (source) => `Neues Konto auf ${source}`,
  note: (source) =>
    `Das Konto entsteht im Mandanten. Die nächste Datei, die für ${source} hochgeladen wird, muss es nennen, sonst wird es wieder entfernt.`,
  required: 'Nötig. Es identifiziert das Konto und ist später nicht änderbar.',
  isName: 'So heißt das Konto.',
  needed: 'Es ist nötig: Es unterscheidet dieses Konto von allen anderen',
  button: 'Konto anlegen',
  forbidden: 'Das Anlegen von Konten ist nicht erlaubt',
  creating: 'Es wird angelegt und dann im Mandanten gesucht',
  created: (name, source) => `${name} wurde auf ${source} angelegt`,
  listsMissing: (names, words) =>
    `Es zeigt ${names} noch nicht. ${words || 'Noch einmal ansehen oder bearbeiten.'}`,
  taken: (nativeIdentity) => `Ein Konto ${nativeIdentity} gibt es schon`,
  takenText: 'Nichts wurde gesendet: Es hätte jenes Konto geändert. ',
  open: (name) => `${name} öffnen`,
  failed: 'Das Konto wurde nicht angelegt',
  failedText: 'Der Mandant nennt keinen Grund.',
  taskId: (id) => `Aufgabe ${id}`,
  notConfirmed: 'Das Konto ist noch nicht zu sehen',
  notConfirmedText:
    'Der Mandant hat es angenommen, listet das Konto aber noch nicht. Es kann noch kommen; die Aufgabe sagt es.',
  openTask: 'Aufgabe öffnen',
  kept: 'Die Eingaben bleiben erhalten.',
  noSchema: 'Das Schema der Quelle war nicht zu lesen',
  noIdentity: 'Auf dieser Quelle lässt sich kein Konto anlegen',
  noIdentityText:
    'Ihr Schema nennt das Attribut nicht, das ein Konto identifiziert. Das wird im Mandanten eingestellt.',
  notFlatFile:
    'Konten lassen sich nur auf Dateiquellen anlegen. Auf jeder anderen wäre der Datensatz mit der nächsten Aggregation weg, und im System selbst entstünde nichts.',
  back: (source) => `Zurück zu ${source}`,
  leave: {
    title: 'Verlassen, ohne das Konto anzulegen?',
    body: 'Die Eingaben gehen verloren.',
    button: 'Verlassen, ohne anzulegen',
  },
}
